package org.beistand.helpdesk.directory.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.beistand.helpdesk.directory.boundary.DirectoryAdministration.RunCard;
import org.beistand.helpdesk.directory.boundary.DirectoryAdministration.Settings;
import org.beistand.helpdesk.directory.boundary.DirectoryAdministration.Status;
import org.beistand.helpdesk.directory.boundary.GroupAdministration.GroupCard;
import org.beistand.helpdesk.directory.boundary.LinkAdministration.ProposalCard;
import org.beistand.helpdesk.directory.entity.DirectoryConnection.SummaryOf;
import org.beistand.helpdesk.platform.rest.Secured;
import org.beistand.helpdesk.platform.security.Role;
import org.beistand.helpdesk.platform.security.Scope;
import org.beistand.integration.directory.Fault;
import org.jspecify.annotations.Nullable;

/** The company's connection to its directory, for administrators' programs. */
@Path("integrations/directory")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Secured(Scope.ADMIN)
public class DirectoryResource {

    @Inject
    DirectoryAdministration administration;

    @Inject
    GroupAdministration groups;

    @Inject
    LinkAdministration links;

    @Inject
    PreviewLines previews;

    @GET
    public Settings settings() {
        return administration.settings();
    }

    @PUT
    public Settings connect(@NotNull @Valid Connection wanted) {
        administration.connect(wanted.wish());
        return administration.settings();
    }

    @GET
    @Path("status")
    public Status status() {
        return administration.status();
    }

    @POST
    @Path("test")
    public List<ProbeCard> test() {
        return administration.test().stream()
                .map(probe -> new ProbeCard(
                        probe.server(),
                        probe.fault().map(Fault::kind).map(Enum::name).orElse(""),
                        probe.fault().map(Fault::detail).orElse(""),
                        probe.people()))
                .toList();
    }

    /** @param fault empty when all is well */
    public record ProbeCard(String server, String fault, String detail, int people) {}

    @GET
    @Path("groups")
    public List<GroupCard> groups() {
        return groups.all();
    }

    @POST
    @Path("groups")
    public List<GroupCard> mean(@NotNull @Valid GroupWish wanted) {
        groups.mean(
                wanted.group(),
                wanted.role(),
                Optional.ofNullable(wanted.team()).orElse(""),
                Optional.ofNullable(wanted.channels()).orElse(Set.of()));
        return groups.all();
    }

    /** @param group name, address or DN over there */
    public record GroupWish(
            @NotNull @Size(max = 2000) String group,
            @NotNull Role role,
            @Nullable @Size(max = 200) String team,
            @Nullable @Size(max = 50) Set<UUID> channels) {}

    @DELETE
    @Path("groups/{id}")
    public void forget(@PathParam("id") UUID id) {
        groups.forget(id);
    }

    @GET
    @Path("preview")
    public PreviewLines.Shown preview() {
        return previews.now();
    }

    @GET
    @Path("runs")
    public List<RunCard> runs() {
        return administration.runs();
    }

    /** @param accepted whether as many people may leave as will */
    @POST
    @Path("runs")
    public RunCard run(@QueryParam("accepted") boolean accepted) {
        return administration.run(accepted);
    }

    @GET
    @Path("proposals")
    public List<ProposalCard> proposals() {
        return links.open();
    }

    @POST
    @Path("proposals/{id}/confirm")
    public void confirm(@PathParam("id") UUID id) {
        links.confirm(id);
    }

    @POST
    @Path("proposals/{id}/refuse")
    public void refuse(@PathParam("id") UUID id) {
        links.refuse(id);
    }

    /** A connection as a program wants it; what is left out has its usual value, except the password, which stays. */
    public record Connection(
            boolean enabled,
            boolean signIn,
            boolean photos,
            @NotNull @Size(max = 2000) String servers,
            @Nullable @Size(max = 500) String userName,
            @Nullable @Size(max = 500) String password,
            @Nullable @Size(max = 60000) String authority,
            @Nullable @Size(max = 1000) String base,
            @Nullable @Size(max = 2000) String peopleFilter,
            @Nullable @Min(5) @Max(10080) Integer minutesBetween,
            @Nullable @Min(0) @Max(100) Integer mostLeaving,
            @Nullable SummaryOf summaryOf,
            @Nullable @Size(max = 60) String summaryAttribute) {

        DirectoryWish wish() {
            return new DirectoryWish(
                    enabled,
                    signIn,
                    photos,
                    servers,
                    Optional.ofNullable(userName).orElse(""),
                    Optional.ofNullable(password).orElse(""),
                    Optional.ofNullable(authority).orElse(""),
                    Optional.ofNullable(base).orElse(""),
                    Optional.ofNullable(peopleFilter).orElse(""),
                    Optional.ofNullable(minutesBetween).orElse(60),
                    Optional.ofNullable(mostLeaving).orElse(20),
                    Optional.ofNullable(summaryOf).orElse(SummaryOf.NOBODY),
                    Optional.ofNullable(summaryAttribute).orElse(""));
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Connection[" + servers + "]";
        }
    }
}
