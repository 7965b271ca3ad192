package org.beistand.helpdesk.session.boundary;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows the imports of browser modules. */
final class ModuleGraph {

    private static final Pattern IMPORT =
            Pattern.compile("^(?:import|export)\\b[^;]*?from '(\\.[^']+)';", Pattern.MULTILINE);

    private ModuleGraph() {}

    /**
     * @param first the module to begin with
     * @param files by path, with this module and whatever it leads to
     * @return paths, the first module first, each once
     * @throws IllegalStateException when a module that is imported is not there
     */
    static List<String> from(String first, Map<String, byte[]> files) {
        Set<String> found = new LinkedHashSet<>(Set.of(first));
        Deque<String> unread = new ArrayDeque<>(found);
        while (!unread.isEmpty()) {
            var module = unread.remove();
            Matcher imports = IMPORT.matcher(text(module, files));
            while (imports.find()) {
                var imported = URI.create(module).resolve(imports.group(1)).toString();
                if (found.add(imported)) {
                    unread.add(imported);
                }
            }
        }
        return List.copyOf(found);
    }

    private static String text(String module, Map<String, byte[]> files) {
        byte[] bytes = files.get(module);
        if (bytes == null) {
            throw new IllegalStateException("the viewer imports a module that is not there: " + module);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
