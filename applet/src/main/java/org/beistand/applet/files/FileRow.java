package org.beistand.applet.files;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * What the customer is shown of a file.
 *
 * @param incoming whether it comes from a technician
 * @param technician whose it is, or who gets it or got it last; empty: nobody has fetched it yet
 * @param moved bytes that have come or gone, in steps
 * @param end what became of it; empty: it is offered or under way
 * @param place where it is, once it has come
 */
public record FileRow(
        UUID id,
        boolean incoming,
        String technician,
        String name,
        long bytes,
        long moved,
        Optional<FileEnd> end,
        Optional<Path> place) {

    /** Steps in which progress is told: each is a new picture of the window. */
    private static final int STEPS = 20;

    /** Further on its way. */
    public FileRow at(String whose, long nowMoved) {
        long step = Math.max(1, bytes / STEPS);
        return new FileRow(
                id, incoming, whose, name, bytes, nowMoved / step * step, Optional.empty(), Optional.empty());
    }

    public FileRow ended(FileEnd what, Optional<Path> where) {
        return new FileRow(id, incoming, technician, name, bytes, moved, Optional.of(what), where);
    }

    /** Whether nothing can be done about it any more: what was fetched once is offered still. */
    public boolean isOver() {
        return end.isPresent() && (incoming || end.get() != FileEnd.TAKEN);
    }

    /** Whether something is on its way at this moment. */
    public boolean isUnderWay() {
        return end.isEmpty() && !technician.isEmpty();
    }
}
