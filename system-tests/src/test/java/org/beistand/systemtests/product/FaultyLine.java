package org.beistand.systemtests.product;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** A TCP line to one port that can be cut, held up and made to stutter; keeps what came from the far end. */
public final class FaultyLine implements AutoCloseable {
    private static final int KEPT_BYTES = 64 << 20;

    /** @param due by System.nanoTime; without bytes it is the end */
    private record Piece(byte[] bytes, long due) {}

    private final ServerSocket door;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private volatile int target;
    private volatile long delayNanos;
    private volatile boolean held;
    private volatile boolean stutters;

    public FaultyLine() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    /** Where it leads to on this machine, from now on. */
    public void to(int port) {
        target = port;
    }

    public int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Thread.ofPlatform().daemon().start(() -> join(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket near) {
        try (near;
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target)) {
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            open.addAll(List.of(near, far));
            Thread back = Thread.ofPlatform().daemon().start(() -> pass(far, near, true));
            pass(near, far, false);
            back.join();
            open.removeAll(List.of(near, far));
        } catch (IOException nobodyThere) {
            open.remove(near); // closing it is the answer
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** One way of a connection: one thread reads, this one writes each piece when its time has come. */
    private void pass(Socket from, Socket into, boolean listens) {
        BlockingQueue<Piece> underWay = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().start(() -> read(from, underWay, listens));
        try (from;
                into;
                OutputStream out = into.getOutputStream()) {
            for (Piece next = underWay.take(); next.bytes.length > 0; next = underWay.take()) {
                LockSupport.parkNanos(next.due - System.nanoTime());
                while (held && !from.isClosed()) {
                    LockSupport.parkNanos(5_000_000);
                }
                out.write(next.bytes);
                if (stutters && listens) {
                    stutters = false;
                    out.write(next.bytes);
                }
            }
        } catch (IOException cut) {
            held = false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Socket from, BlockingQueue<Piece> underWay, boolean listens) {
        byte[] buffer = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (listens) {
                    keep(buffer, read);
                }
                underWay.add(new Piece(Arrays.copyOf(buffer, read), System.nanoTime() + delayNanos));
            }
        } catch (IOException cut) {
            held = false;
        }
        underWay.add(new Piece(new byte[0], System.nanoTime() + delayNanos));
    }

    private void keep(byte[] bytes, int length) {
        synchronized (heard) {
            if (heard.size() < KEPT_BYTES) {
                heard.write(bytes, 0, length);
            }
        }
    }

    /** Breaks every connection without a word. */
    public void cut() {
        for (Socket socket : open) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException alreadyGone) {
                open.remove(socket);
            }
        }
        open.clear();
    }

    /** Everything takes that much longer from now on; 0: nothing does. */
    public void delay(long milliseconds) {
        delayNanos = milliseconds * 1_000_000;
    }

    /** Nothing arrives while it is held; it is not lost. */
    public void hold(boolean on) {
        held = on;
    }

    /** The next bytes from the far end arrive twice, if anybody is connected. */
    public void stutter() {
        stutters = !open.isEmpty();
    }

    /** Whether these words came from the far end as they are. */
    public boolean heard(String words) {
        synchronized (heard) {
            return heard.toString(StandardCharsets.UTF_8).contains(words);
        }
    }

    /** Bytes that came from the far end. */
    public int heardBytes() {
        synchronized (heard) {
            return heard.size();
        }
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
