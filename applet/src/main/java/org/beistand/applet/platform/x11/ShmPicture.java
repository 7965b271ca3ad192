package org.beistand.applet.platform.x11;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Optional;

/**
 * A picture of the root window in memory shared with the X server: the server writes it, Java reads it, nobody copies.
 * Closing gives the memory back; the buffer then throws when touched.
 */
final class ShmPicture implements AutoCloseable {

    private static final int Z_PIXMAP = 2;
    private static final long ALL_PLANES = ~0L;
    private static final int IPC_PRIVATE = 0;
    private static final int IPC_CREAT_OWNER_ONLY = 0x200 | 0x180;
    private static final int IPC_RMID = 0;

    /** struct XShmSegmentInfo: shmseg, shmid, shmaddr, readOnly. */
    private static final long INFO_BYTES = 32;

    private static final long INFO_ID = 8;
    private static final long INFO_ADDRESS = 16;

    /** struct XImage, the fields that are read or set here. */
    private static final long IMAGE_BYTES = 88;

    private static final long IMAGE_HEIGHT = 4;
    private static final long IMAGE_DATA = 16;
    private static final long IMAGE_BYTE_ORDER = 24;
    private static final long IMAGE_BYTES_PER_LINE = 44;
    private static final long IMAGE_BITS_PER_PIXEL = 48;
    private static final long IMAGE_RED = 56;
    private static final long IMAGE_GREEN = 64;
    private static final long IMAGE_BLUE = 72;

    private final X11Display display;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment info;
    private final MemorySegment image;
    private final MemorySegment shared;
    private final IntBuffer pixels;
    private final int stride;

    private ShmPicture(X11Display display, MemorySegment info, MemorySegment image, MemorySegment address, long size) {
        this.display = display;
        this.info = arena.allocate(INFO_BYTES, 8).copyFrom(info);
        this.image = image;
        this.shared = address;
        this.stride = image.get(JAVA_INT, IMAGE_BYTES_PER_LINE) / Integer.BYTES;
        this.pixels = address.reinterpret(size, arena, gone -> {})
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asIntBuffer()
                .asReadOnlyBuffer();
    }

    /** @return empty when the server shares no memory with us (it runs elsewhere) or its pixels are not 24-bit RGB */
    static Optional<ShmPicture> create(X11Display display, int width, int height, int depth) {
        MemorySegment info = display.arena().allocate(INFO_BYTES, 8);
        MemorySegment visual = Xlib.defaultVisual(display.handle(), display.screen());
        MemorySegment image =
                XShm.createImage(display.handle(), visual, depth, Z_PIXMAP, MemorySegment.NULL, info, width, height);
        if (image.address() == 0) {
            return Optional.empty();
        }
        MemorySegment fields = image.reinterpret(IMAGE_BYTES);
        if (!isRgbInInts(fields)) {
            Xlib.free(image);
            return Optional.empty();
        }
        return attach(display, info, fields, (long) fields.get(JAVA_INT, IMAGE_BYTES_PER_LINE) * height);
    }

    private static boolean isRgbInInts(MemorySegment image) {
        int native32 = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 0 : 1;
        return image.get(JAVA_INT, IMAGE_BITS_PER_PIXEL) == Integer.SIZE
                && image.get(JAVA_INT, IMAGE_BYTE_ORDER) == native32
                && image.get(JAVA_LONG, IMAGE_RED) == 0xff0000
                && image.get(JAVA_LONG, IMAGE_GREEN) == 0xff00
                && image.get(JAVA_LONG, IMAGE_BLUE) == 0xff;
    }

    private static Optional<ShmPicture> attach(X11Display display, MemorySegment info, MemorySegment image, long size) {
        int id = LibC.shmget(IPC_PRIVATE, size, IPC_CREAT_OWNER_ONLY);
        if (id < 0) {
            Xlib.free(image);
            return Optional.empty();
        }
        MemorySegment address = LibC.shmat(id, MemorySegment.NULL, 0);
        info.set(JAVA_INT, INFO_ID, id);
        info.set(ADDRESS, INFO_ADDRESS, address);
        image.set(ADDRESS, IMAGE_DATA, address);
        XErrors.occurred(display.handle()); // what was wrong before, with a monitor that went, says nothing of this
        boolean attached = address.address() != -1
                && XShm.attach(display.handle(), info) != 0
                && !XErrors.occurred(display.handle());
        LibC.shmctl(
                id, IPC_RMID, MemorySegment.NULL); // the kernel frees it when both ends have let go, even by a crash
        if (!attached) {
            if (address.address() != -1) {
                LibC.shmdt(address);
            }
            Xlib.free(image);
            return Optional.empty();
        }
        return Optional.of(new ShmPicture(display, info, image, address, size));
    }

    /**
     * Has the server write these rows of the root window as they are now, each where it belongs.
     *
     * @return false when the window's size no longer fits
     */
    boolean grab(int top, int rows) {
        image.set(JAVA_INT, IMAGE_HEIGHT, rows);
        image.set(ADDRESS, IMAGE_DATA, MemorySegment.ofAddress(shared.address() + (long) top * stride * Integer.BYTES));
        int answered = XShm.getImage(display.handle(), display.root(), image, 0, top, ALL_PLANES);
        boolean refused = XErrors.occurredSoFar(display.handle()); // it has waited for the server's answer
        return answered != 0 && !refused;
    }

    IntBuffer pixels() {
        return pixels;
    }

    /** Ints from one row to the next. */
    int stride() {
        return stride;
    }

    @Override
    public void close() {
        XShm.detach(display.handle(), info);
        Xlib.sync(display.handle(), 0);
        Xlib.free(image);
        arena.close();
        LibC.shmdt(shared);
    }
}
