package org.beistand.engine.protocol.vectors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.beistand.engine.protocol.contract.Json;

/** One file of vectors: a JSON object whose list {@code vectors} has one case a line. */
record VectorFile(Path path) {

    static VectorFile named(String name) {
        return new VectorFile(Path.of("src/vectors/1", name));
    }

    Map<String, Object> read() throws IOException {
        return Json.readObject(Files.readAllBytes(path));
    }

    /** The cases. */
    List<Map<?, ?>> vectors() throws IOException {
        return ((List<?>) read().getOrDefault("vectors", List.of()))
                .stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
    }

    void write(Map<String, Object> head, List<Map<String, Object>> vectors) throws IOException {
        String headLines = head.entrySet().stream()
                .map(entry -> "  \"" + entry.getKey() + "\": " + json(entry.getValue()) + ",\n")
                .collect(Collectors.joining());
        String lines = vectors.stream().map(VectorFile::json).collect(Collectors.joining(",\n    "));
        Files.writeString(path, "{\n" + headLines + "  \"vectors\": [\n    " + lines + "\n  ]\n}\n");
    }

    private static String json(Object value) {
        String wrapped = new String(Json.write(Map.of("v", value)), StandardCharsets.UTF_8);
        return wrapped.substring(5, wrapped.length() - 1);
    }
}
