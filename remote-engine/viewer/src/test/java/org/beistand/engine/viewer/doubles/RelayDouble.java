package org.beistand.engine.viewer.doubles;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.beistand.engine.protocol.Limits;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** A relay with the applet behind it, as far as one viewer can tell: a real WebSocket door that speaks real frames. */
public final class RelayDouble implements AutoCloseable {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final AppletKeys.Process applet = new AppletKeys.Process();
    private final BlockingQueue<ViewerConnection> connections = new LinkedBlockingQueue<>();

    public RelayDouble() throws Exception {
        connector.setHost("localhost");
        server.addConnector(connector);
        ContextHandler context = new ContextHandler("/");
        context.setHandler(WebSocketUpgradeHandler.from(server, context, container -> {
            container.setMaxBinaryMessageSize(Limits.FRAME_BYTES);
            container.setIdleTimeout(Duration.ofMinutes(5));
            container.addMapping("/session", (request, response, callback) -> {
                ViewerConnection connection = new ViewerConnection(applet);
                connections.add(connection);
                return connection;
            });
        }));
        server.setHandler(context);
        server.start();
    }

    /** As in a ViewerAdmission: without the path. */
    public String url() {
        return "ws://localhost:" + connector.getLocalPort();
    }

    /** The next connection that a viewer opens. */
    public ViewerConnection next() {
        try {
            ViewerConnection connection = connections.poll(15, TimeUnit.SECONDS);
            if (connection == null) {
                throw new AssertionError("no viewer has connected");
            }
            return connection;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
