package org.beistand.helpdesk.admin.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuidesTest {

    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]*)\"");
    private final Guides guides = new Guides();

    @ParameterizedTest
    @MethodSource("org.beistand.helpdesk.admin.boundary.Guides#names")
    void leadsOnlyWhereThereIsSomething(String name) {
        String html = guides.html(name).orElseThrow();
        assertThat(html).startsWith("<h1");
        for (var link = LINK.matcher(html); link.find(); ) {
            String target = link.group(1);
            if (target.startsWith("http")) {
                continue;
            }
            assertThat(target).matches("guide\\?name=[a-z-]+(#.+)?|#.+");
            String[] parts = target.replaceFirst("^guide\\?name=", "").split("#", 2);
            String there = parts[0].isEmpty() ? html : guides.html(parts[0]).orElseThrow();
            if (parts.length > 1) {
                assertThat(there).contains("id=\"" + parts[1] + "\"");
            }
        }
    }

    @Test
    void knowsNoOtherFiles() {
        assertThat(guides.html("../protocol")).isEmpty();
        assertThat(guides.html("protocol")).isEmpty();
        assertThat(guides.html("")).isEmpty();
    }

    @Test
    void showsTablesAndCommands() {
        assertThat(guides.html("servicenow").orElseThrow()).contains("<table>", "<pre><code", "&lt;client id&gt;");
    }
}
