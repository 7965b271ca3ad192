package org.beistand.engine.relay.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code POST /drain}, the operator's order to empty this relay and stop it; who orders knows the relay's secret. */
public final class DrainDoor extends Handler.Abstract {

    private final byte[] bearer;
    private final Runnable order;

    /**
     * @param secret what the relay and the helpdesk share
     * @param order called for each order; must not block
     */
    public DrainDoor(String secret, Runnable order) {
        this.bearer = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
        this.order = order;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!Request.getPathInContext(request).equals("/drain") || !HttpMethod.POST.is(request.getMethod())) {
            return false;
        }
        String said = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        boolean known =
                said != null && MessageDigest.isEqual(bearer, said.getBytes(StandardCharsets.UTF_8)); // constant time
        if (known) {
            order.run();
        }
        response.setStatus(known ? HttpStatus.ACCEPTED_202 : HttpStatus.UNAUTHORIZED_401);
        response.write(true, null, callback);
        return true;
    }
}
