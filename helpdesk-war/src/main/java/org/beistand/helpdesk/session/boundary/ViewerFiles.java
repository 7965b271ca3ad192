package org.beistand.helpdesk.session.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that the viewer consists of, in memory. Its address carries a stamp of its content, so that a browser keeps it
 * for good and asks for nothing again when a session is opened, and gets all of it anew after an update (ADR 0303).
 */
@Named("viewerFiles")
@ApplicationScoped
public class ViewerFiles {

    static final String FOLDER = "/viewer/";

    private static final String EARLY = "app/early.js";
    private static final String CONNECT = "app/connect.js";
    private static final String WORKSPACE = "app/workspace.js";

    @Inject
    ServletContext context;

    private volatile Optional<Contents> contents = Optional.empty();

    /** What is there, found by path below the folder; the page's modules: what begins first, what connects, and the rest. */
    record Contents(
            SortedMap<String, StoredFile> files,
            String stamp,
            List<String> first,
            List<String> second,
            List<String> rest) {

        static Contents of(SortedMap<String, byte[]> files) {
            SortedMap<String, StoredFile> stored = new TreeMap<>();
            files.forEach((path, bytes) -> stored.put(path, StoredFile.of(path, bytes)));
            List<String> first = ModuleGraph.from(EARLY, files);
            List<String> second = new ArrayList<>(ModuleGraph.from(CONNECT, files));
            second.removeAll(first);
            List<String> rest = new ArrayList<>(ModuleGraph.from(WORKSPACE, files));
            rest.removeAll(first);
            rest.removeAll(second);
            return new Contents(stored, Stamp.of(files), first, second, rest);
        }
    }

    /** Address of the folder, below the context path and with a slash at its end. */
    public String getFolder() {
        return FOLDER + contents().stamp() + "/";
    }

    /** The modules that ask for the grant, as paths below the folder. */
    public List<String> getFirst() {
        return contents().first();
    }

    /** The modules that connect, without those. */
    public List<String> getSecond() {
        return contents().second();
    }

    /** All other modules of the page; found one behind the other, each generation of them would cost a journey. */
    public List<String> getRest() {
        return contents().rest();
    }

    /** @param path below the folder, without the stamp */
    Optional<StoredFile> find(String path) {
        return Optional.ofNullable(contents().files().get(path));
    }

    /** Whether this is the content's own stamp, and what lies below it never changes. */
    boolean isStamp(String text) {
        return contents().stamp().equals(text);
    }

    private Contents contents() {
        return contents.orElseGet(() -> {
            Contents read = Contents.of(read());
            contents = Optional.of(read); // two who come at once read the same
            return read;
        });
    }

    private SortedMap<String, byte[]> read() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        readInto(files, FOLDER);
        return files;
    }

    private void readInto(SortedMap<String, byte[]> files, String folder) {
        for (String path : Optional.ofNullable(context.getResourcePaths(folder)).orElse(Set.of())) {
            if (path.endsWith("/")) {
                readInto(files, path);
            } else {
                files.put(path.substring(FOLDER.length()), bytes(path));
            }
        }
    }

    private byte[] bytes(String path) {
        try (InputStream in = context.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
