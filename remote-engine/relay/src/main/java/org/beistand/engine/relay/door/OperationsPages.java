package org.beistand.engine.relay.door;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.beistand.engine.relay.meter.Meters;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /health/live}, {@code /health/ready} and {@code /metrics}. Names no session and no person. */
final class OperationsPages extends Handler.Abstract {

    private final DoorContext door;
    private final Meters.Gauges gauges;

    OperationsPages(DoorContext door, Meters.Gauges gauges) {
        this.door = door;
        this.gauges = gauges;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        boolean reads = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        switch (reads ? Request.getPathInContext(request) : "") {
            case "/health/live" -> health(response, callback, "relay", true);
            case "/health/ready" ->
                health(
                        response,
                        callback,
                        "helpdesk",
                        door.admission().isReady() && !door.opening().isDraining());
            case "/metrics" ->
                answer(
                        response,
                        callback,
                        HttpStatus.OK_200,
                        "text/plain; version=0.0.4; charset=utf-8",
                        door.meters().page(gauges));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void health(Response response, Callback callback, String check, boolean up) {
        String state = up ? "UP" : "DOWN";
        answer(
                response,
                callback,
                up ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503,
                "application/json",
                "{\"status\":\"%1$s\",\"checks\":[{\"name\":\"%2$s\",\"status\":\"%1$s\"}]}".formatted(state, check));
    }

    private static void answer(Response response, Callback callback, int status, String type, String body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    }
}
