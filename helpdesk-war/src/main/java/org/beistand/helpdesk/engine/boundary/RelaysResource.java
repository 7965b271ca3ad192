package org.beistand.helpdesk.engine.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.RelayEvents;
import org.beistand.engine.protocol.contract.RelayLoad;
import org.beistand.engine.protocol.contract.RelayRegistration;
import org.beistand.helpdesk.platform.rest.Open;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.beistand.helpdesk.platform.web.PublicAddress;
import org.jspecify.annotations.Nullable;

/** Relays register, report their load, and deliver what happened in sessions. */
@Path("engine/relays")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Open("relays prove themselves with the relay secret")
public class RelaysResource {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    @Inject
    RelayDesk desk;

    @Inject
    EngineReports reports;

    @Inject
    AppletDoors doors;

    @Inject
    RelayProof proof;

    @Inject
    PublicAddress address;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    @POST
    public Response register(@HeaderParam("Authorization") @Nullable String authorization, byte[] body) {
        return ContractJson.answer(() -> {
            proof.require(authorization);
            var registration = ContractJson.read(body, RelayRegistration.class);
            return CurrentCompany.forInstallation(() -> desk.register(registration, origins()));
        });
    }

    /** @throws NotFoundException when the relay must register again */
    @POST
    @Path("{relayId}/heartbeat")
    public Response heartbeat(
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("relayId") String relayId,
            byte[] body) {
        return ContractJson.answer(() -> {
            proof.require(authorization);
            var load = ContractJson.read(body, RelayLoad.class);
            return CurrentCompany.forInstallation(() -> desk.heartbeat(relayId, load, origins()))
                    .orElseThrow(NotFoundException::new);
        });
    }

    /** Each event is a transaction of its own: one that fails does not make the others wait. */
    @POST
    @Path("{relayId}/events")
    public Response events(
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("relayId") String relayId,
            byte[] body) {
        return ContractJson.done(() -> {
            proof.require(authorization);
            var delivered = ContractJson.read(body, RelayEvents.class);
            if (delivered.events().size() > RelayEvents.MOST || relayId.length() > 100) {
                throw new Refusal(Status.TOO_LARGE, "too many events at once");
            }
            for (var event : delivered.events()) {
                CurrentCompany.forInstallation(() -> doors.companyOf(event.sessionId()))
                        .ifPresent(company -> CurrentCompany.run(company, () -> reports.take(relayId, event)));
            }
        });
    }

    /**
     * Where browsers that may use the relay come from: the public address, else the one that the relay itself used. On one
     * machine people write that address in any of its three ways.
     */
    private List<String> origins() {
        var base = URI.create(address.of(request));
        if (address.configured().isPresent() || !LOOPBACK.contains(String.valueOf(base.getHost()))) {
            return List.of(base.getScheme() + "://" + base.getRawAuthority());
        }
        var port = base.getPort() < 0 ? "" : ":" + base.getPort();
        return LOOPBACK.stream()
                .map(host -> base.getScheme() + "://" + host + port)
                .toList();
    }
}
