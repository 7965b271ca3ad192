package org.beistand.helpdesk.ticket.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.beistand.helpdesk.platform.rest.Secured;
import org.beistand.helpdesk.platform.security.Scope;
import org.beistand.helpdesk.ticket.boundary.EntryView.NoteView;
import org.beistand.helpdesk.ticket.boundary.EntryView.ReplyView;
import org.beistand.helpdesk.ticket.control.TicketRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tickets over REST. A ticket is named by number ({@code INC-1042}) or id. */
@Path("tickets")
@RequestScoped
@Secured(Scope.TICKETS_READ)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public class TicketsResource {

    @Inject
    TicketDesk desk;

    @Inject
    TicketListing listing;

    @Inject
    TicketRequests requests;

    /** A part of a list; {@code next} is the cursor of the following part, absent on the last. */
    public record TicketList(List<Item> tickets, Optional<String> next) {

        /** One ticket in a list. */
        public record Item(
                String id,
                String number,
                String subject,
                String state,
                String priority,
                String requester,
                Optional<String> assignee,
                Optional<String> channel,
                String createdAt,
                String activeAt) {
            static Item of(TicketRow row) {
                return new Item(
                        row.id().toString(),
                        row.number().toString(),
                        row.subject(),
                        row.state().name(),
                        row.priority().name(),
                        row.requester(),
                        row.assignee(),
                        row.channel(),
                        row.createdAt().toString(),
                        row.activeAt().toString());
            }
        }
    }

    @GET
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "NEW, OPEN, PENDING, RESOLVED or CLOSED; may be repeated")
    @Parameter(name = "priority", in = ParameterIn.QUERY, description = "LOW, NORMAL, HIGH or URGENT; may be repeated")
    @Parameter(name = "assignee", in = ParameterIn.QUERY, description = "me, none, team, anybody, or a technician's id")
    @Parameter(name = "channel", in = ParameterIn.QUERY, description = "A channel's id")
    @Parameter(name = "requester", in = ParameterIn.QUERY, description = "A customer's id")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "Beginnings of words in number, subject, description, requester, replies and notes")
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "activity, number or priority; a minus in front sorts downwards")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "What the part before gave as next")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 199")
    @Operation(summary = "List tickets", description = "All conditions hold at once; what is left out is no condition.")
    public TicketList list(@BeanParam TicketListParameters wanted) {
        var slice = listing.slice(wanted.filter(listing), wanted.order(), wanted.cursor(), wanted.limit());
        return new TicketList(
                slice.rows().stream().map(TicketList.Item::of).toList(),
                slice.next().map(Object::toString));
    }

    @POST
    @Secured(Scope.TICKETS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Open a ticket")
    @RequestBody(content = @Content(schema = @Schema(implementation = TicketRequests.Opening.class)))
    @APIResponse(responseCode = "201", description = "Opened")
    @APIResponse(responseCode = "422", description = "A field is missing or wrong")
    public Response open(JsonObject body) {
        var ticket = desk.open(requests.opening(body));
        return answer(Response.created(URI.create("tickets/" + ticket.number())), ticket);
    }

    @GET
    @Path("{ticket}")
    @Operation(summary = "Read a ticket")
    @APIResponse(responseCode = "200", description = "The ticket; its version is also the ETag")
    @APIResponse(responseCode = "404", description = "No such ticket in this company")
    public Response read(@PathParam("ticket") String ticket) {
        return answer(Response.ok(), desk.ticket(ticket));
    }

    @PATCH
    @Path("{ticket}")
    @Secured(Scope.TICKETS_WRITE)
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change a ticket", description = "If-Match or the field version says what was seen.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TicketRequests.Change.class)))
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "409", description = "Changed by somebody else meanwhile, or a forbidden state")
    public Response change(
            @PathParam("ticket") String ticket, @HeaderParam("If-Match") @Nullable String ifMatch, JsonObject body) {
        var version = requests.version(Optional.ofNullable(ifMatch), body);
        return answer(Response.ok(), desk.change(ticket, version, requests.edit(body)));
    }

    @PATCH
    @Path("{ticket}/requester")
    @Secured(Scope.TICKETS_WRITE)
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Correct a requester's name or address", description = "On all tickets of that person.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TicketRequests.Requester.class)))
    @APIResponse(responseCode = "200", description = "Corrected")
    @APIResponse(responseCode = "409", description = "Verified, or somebody else has that address")
    @APIResponse(responseCode = "422", description = "A field is unknown or wrong")
    public PersonView correctRequester(@PathParam("ticket") String ticket, JsonObject body) {
        var wanted = requests.requester(body);
        return desk.correctRequester(ticket, wanted.name(), wanted.email());
    }

    @GET
    @Path("{ticket}/history")
    @Operation(summary = "Everything that happened to a ticket, oldest first")
    public List<EntryView> history(@PathParam("ticket") String ticket) {
        return desk.timeline(ticket);
    }

    @GET
    @Path("{ticket}/replies")
    @Operation(summary = "The public replies, oldest first")
    public List<ReplyView> replies(@PathParam("ticket") String ticket) {
        return desk.replies(ticket);
    }

    @POST
    @Path("{ticket}/replies")
    @Secured(Scope.TICKETS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Reply to the requester", description = "Everybody concerned may read it.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TicketRequests.Reply.class)))
    @APIResponse(responseCode = "201", description = "Replied")
    public Response reply(@PathParam("ticket") String ticket, JsonObject body) {
        var reply = requests.reply(body);
        var added = desk.reply(ticket, reply.text(), List.copyOf(reply.attachments()), reply.state());
        return Response.status(Response.Status.CREATED).entity(added).build();
    }

    @GET
    @Path("{ticket}/notes")
    @Operation(summary = "The internal notes, oldest first")
    public List<NoteView> notes(@PathParam("ticket") String ticket) {
        return desk.notes(ticket);
    }

    @POST
    @Path("{ticket}/notes")
    @Secured(Scope.TICKETS_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add an internal note", description = "Technicians only; no requester ever reads it.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TicketRequests.Note.class)))
    @APIResponse(responseCode = "201", description = "Noted")
    public Response note(@PathParam("ticket") String ticket, JsonObject body) {
        return Response.status(Response.Status.CREATED)
                .entity(desk.note(ticket, requests.note(body)))
                .build();
    }

    private static Response answer(Response.ResponseBuilder answer, TicketView ticket) {
        return answer.tag(String.valueOf(ticket.version())).entity(ticket).build();
    }
}
