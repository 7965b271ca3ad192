package org.beistand.systemtests.product;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.beistand.systemtests.Await;

/** A product of its own with two relays, each of which is reached by a line that fails when it is told to. */
public final class FaultyProduct implements AutoCloseable {
    private final FaultyLine first = new FaultyLine();
    private final FaultyLine second = new FaultyLine();
    private final Product product;

    private FaultyProduct() {
        String urls = "ws://localhost:" + first.port() + " ws://localhost:" + second.port();
        product = Product.startDemo(
                Product.freshFolder("faults-"), Map.of("BEISTAND_PUBLIC_RELAY_URL", urls), "--relays", "2");
        first.to(product.relayPort(1));
        second.to(product.relayPort(2));
    }

    /** Starts it with the demo company; both lines are sound. */
    public static FaultyProduct start() {
        return new FaultyProduct();
    }

    /** The product behind the lines; pages come from it without them. */
    public Product product() {
        return product;
    }

    /** Does this to both lines. */
    public void lines(Consumer<FaultyLine> what) {
        List.of(first, second).forEach(what);
    }

    /** Waits until a relay takes connections, so that there is a path again. */
    public void awaitAnyRelay(Duration limit) {
        Await.until("a relay listens", limit, () -> listens(1) || listens(2));
    }

    private boolean listens(int relay) {
        try (Socket open = new Socket(InetAddress.getLoopbackAddress(), product.relayPort(relay))) {
            return open.isConnected();
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    /** Whether these words came over a line as they are. */
    public boolean heard(String words) {
        return first.heard(words) || second.heard(words);
    }

    /** Bytes that came over the lines from the relays. */
    public int heardBytes() {
        return first.heardBytes() + second.heardBytes();
    }

    @Override
    public void close() {
        try (first;
                second) {
            product.close();
        }
    }
}
