package org.beistand.samba;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The administrator's hand in the domain's own database: a Python process with samba's modules, kept for many changes. */
final class Hand implements AutoCloseable {

    private static final String READY = "ready";
    private static final String DONE = "done";

    private final Process python;
    private final Writer commands;
    private final BufferedReader answers;

    private Hand(Process python) {
        this.python = python;
        this.commands = python.outputWriter(StandardCharsets.UTF_8);
        this.answers = python.inputReader(StandardCharsets.UTF_8);
    }

    /** @param folder of the domain, with its {@code etc/smb.conf} */
    static Hand in(Path folder) throws IOException {
        Path script = folder.resolve("hand.py");
        try (var source = Hand.class.getResourceAsStream("hand.py")) {
            Files.write(
                    script,
                    java.util.Objects.requireNonNull(source, "hand.py is packed")
                            .readAllBytes());
        }
        // Debian's own Python: only that one has samba's modules.
        var hand = new Hand(new ProcessBuilder(
                        "/usr/bin/python3",
                        script.toString(),
                        folder.resolve("etc/smb.conf").toString())
                .redirectError(folder.resolve("hand.log").toFile())
                .start());
        hand.expect(READY);
        return hand;
    }

    /** @throws IllegalStateException when the directory refuses it */
    void does(String command, List<String> lines) {
        asks(command, lines);
    }

    /** As {@link #does}, for what it says. */
    synchronized String asks(String command, List<String> lines) {
        try {
            commands.write(command + "\n");
            for (String line : lines) {
                commands.write(line + "\n");
            }
            commands.write("=end\n");
            commands.flush();
            return expect(DONE);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String expect(String word) throws IOException {
        String answer = answers.readLine();
        if (answer == null || !answer.startsWith(word)) {
            throw new IllegalStateException("The domain's database: " + answer);
        }
        return answer.substring(word.length()).strip();
    }

    @Override
    public void close() {
        python.destroy();
    }
}
