package org.beistand.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PracticePageTest {

    private final Tables tables = new Tables(Clock.systemUTC());
    private final PracticePage page = new PracticePage(tables);

    @Test
    void whatSomebodyWritesThereIsInTheJournalByTheirName() {
        String incident = tables.insert("incident", Map.of("short_description", "x"), "admin")
                .get("sys_id");
        assertThat(request("POST", "incident=" + incident + "&column=work_notes&value=Seen+to+it")
                        .status())
                .isEqualTo(303);
        assertThat(tables.rows("sys_journal_field"))
                .singleElement()
                .satisfies(note -> assertThat(note)
                        .containsEntry("value", "Seen to it")
                        .containsEntry("sys_created_by", PracticePage.PERSON));
    }

    @Test
    void whatOthersWroteIsShownAsText() {
        tables.insert("incident", Map.of("short_description", "<script>alert(1)</script>"), "admin");
        assertThat(new String(request("GET", "").body(), StandardCharsets.UTF_8))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    private Reply request(String method, String form) {
        return page.answer(Request.of(method, "/", Map.of(), form.getBytes(StandardCharsets.UTF_8)));
    }
}
