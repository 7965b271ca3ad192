package org.beistand.helpdesk.sms.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.beistand.helpdesk.platform.rest.Open;
import org.beistand.helpdesk.platform.web.ClientAddress;
import org.beistand.helpdesk.session.control.Source;
import org.beistand.helpdesk.sms.control.SaidReport;

/** Where a provider of text messages says what became of one. */
@Path("sms/reports/{secret}")
@RequestScoped
@Open("the address itself is the proof: it was told to one provider, about one message")
public class SmsReportsResource {

    /** No provider needs more to say one word. */
    private static final int LARGEST = 16 * 1024;

    private static final int AGAIN_AFTER_SECONDS = 30;

    @Inject
    SmsReports reports;

    @Inject
    ClientAddress address;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    @GET
    public Response asked(@PathParam("secret") String secret) {
        return take(secret, "");
    }

    @POST
    public Response told(@PathParam("secret") String secret, InputStream body) throws IOException {
        return take(secret, new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8));
    }

    private Response take(String secret, String body) {
        var said = new SaidReport(
                Optional.ofNullable(request.getQueryString()).orElse(""),
                Optional.ofNullable(request.getContentType()).orElse(""),
                body);
        return switch (reports.take(secret, Source.of(address.of(request)), said)) {
            case TAKEN -> Response.noContent().build();
            case UNKNOWN -> Response.status(Response.Status.NOT_FOUND).build();
            case TOO_EARLY -> later(Response.Status.SERVICE_UNAVAILABLE);
            case TOO_MANY -> later(Response.Status.TOO_MANY_REQUESTS);
        };
    }

    private static Response later(Response.Status status) {
        return Response.status(status)
                .header("Retry-After", AGAIN_AFTER_SECONDS)
                .build();
    }
}
