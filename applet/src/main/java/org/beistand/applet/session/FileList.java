package org.beistand.applet.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.beistand.applet.files.FileRow;

/** What the customer sees of files. Changed by the files' thread, read by any. */
final class FileList {

    /** Of those that are over; the oldest goes. */
    private static final int MOST_OVER = 20;

    private final Map<UUID, FileRow> rows = new LinkedHashMap<>();
    private final Runnable changed;
    private volatile List<FileRow> shown = List.of();

    /** @param changed called when something else is to be shown */
    FileList(Runnable changed) {
        this.changed = changed;
    }

    List<FileRow> shown() {
        return shown;
    }

    Optional<FileRow> row(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }

    void put(FileRow row) {
        if (!row.equals(rows.put(row.id(), row))) {
            List<UUID> over = rows.values().stream()
                    .filter(FileRow::isOver)
                    .map(FileRow::id)
                    .toList();
            over.stream().limit(Math.max(0, over.size() - MOST_OVER)).forEach(rows::remove);
            publish();
        }
    }

    void remove(UUID id) {
        if (rows.remove(id) != null) {
            publish();
        }
    }

    private void publish() {
        shown = List.copyOf(rows.values());
        changed.run();
    }
}
