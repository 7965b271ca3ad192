package org.beistand.helpdesk.session.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.beistand.helpdesk.session.boundary.ViewerFiles.Contents;
import org.junit.jupiter.api.Test;

class ViewerFilesTest {

    private static final Map<String, String> VIEWER = Map.of(
            "app/early.js", "import { c } from '../core/c.js';\n",
            "app/connect.js", "import { c } from './early.js';\nimport { a } from './a.js';\n",
            "app/workspace.js",
                    "/** import x from './no.js'; */\nimport { a } from './a.js';\nimport {\n  b,\n} from '../core/b.js';\n",
            "app/a.js", "import { b } from '../core/b.js';\n",
            "core/b.js", "export { c } from './c.js';\nexport const two = 2;\n",
            "core/c.js", "export const c = 3;\n",
            "core/worker.js", "import { c } from './c.js';\n",
            "app/workspace.css", "body { margin: 0 }\n");

    @Test
    void namesEveryModuleOfThePageOnceWhatBeginsFirst() {
        Contents contents = Contents.of(files(VIEWER));
        assertThat(contents.first()).containsExactly("app/early.js", "core/c.js");
        assertThat(contents.second()).containsExactly("app/connect.js", "app/a.js", "core/b.js");
        assertThat(contents.rest()).containsExactly("app/workspace.js");
    }

    @Test
    void refusesAModuleThatImportsNothing() {
        SortedMap<String, byte[]> incomplete = files(VIEWER);
        incomplete.remove("core/c.js");
        assertThatThrownBy(() -> Contents.of(incomplete)).hasMessageContaining("core/c.js");
    }

    @Test
    void theStampIsThatOfTheContent() {
        String stamp = Contents.of(files(VIEWER)).stamp();
        assertThat(stamp).matches("[0-9a-f]{16}").isEqualTo(Stamp.of(files(VIEWER)));
        SortedMap<String, byte[]> other = files(VIEWER);
        other.put("app/workspace.css", "body { margin: 1 }\n".getBytes(UTF_8));
        assertThat(Stamp.of(other)).isNotEqualTo(stamp);
        SortedMap<String, byte[]> renamed = files(VIEWER);
        renamed.put("app/workspace2.css", renamed.remove("app/workspace.css"));
        assertThat(Stamp.of(renamed)).isNotEqualTo(stamp);
    }

    @Test
    void filesHaveTypesAndCanBeUnpacked() throws IOException {
        StoredFile module = StoredFile.of("core/c.js", "export const c = 3;\n".getBytes(UTF_8));
        assertThat(module.type()).isEqualTo("text/javascript;charset=UTF-8");
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(module.packed()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(module.plain());
        }
        assertThat(StoredFile.of("vendor/z.wasm", new byte[8]).type()).isEqualTo("application/wasm");
    }

    private static SortedMap<String, byte[]> files(Map<String, String> texts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(UTF_8)));
        return files;
    }
}
