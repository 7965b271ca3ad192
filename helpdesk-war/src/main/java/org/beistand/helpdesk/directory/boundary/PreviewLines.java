package org.beistand.helpdesk.directory.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.beistand.helpdesk.directory.boundary.DirectoryImport.Preview;
import org.beistand.helpdesk.directory.control.ImportPlan;
import org.beistand.helpdesk.directory.control.PlannedChange;
import org.beistand.helpdesk.directory.control.PlannedChange.Keep;

/** What an import would do, line by line, for people to read before it does. */
@ApplicationScoped
public class PreviewLines {

    /** Nobody reads more; the counts tell of the rest. */
    private static final int MOST = 500;

    @Inject
    DirectoryAdministration administration;

    @Inject
    DirectoryTexts texts;

    /**
     * A preview.
     *
     * @param alarm why a run would change nothing; empty when it would
     * @param unchanged people of whom everything is as it was
     * @param more lines that are left out
     */
    public record Shown(String alarm, List<Line> lines, int unchanged, int more) {}

    /** @param kind stable for programs; {@code said} is the same in the reader's language */
    public record Line(String kind, String said, String name, String loginName, String reason) {}

    /** @throws DirectoryRuleException when the directory could not be read */
    Shown now() {
        return switch (administration.preview()) {
            case Preview.NotConnected none -> throw new DirectoryRuleException("rule.no_server");
            case Preview.Unread unread ->
                throw new DirectoryRuleException(
                        "rule.not_read", texts.of(unread.failed().fault()));
            case Preview.Planned planned -> shown(planned);
        };
    }

    private Shown shown(Preview.Planned planned) {
        List<PlannedChange> all = planned.plan().changes();
        List<PlannedChange> visible =
                all.stream().filter(PreviewLines::isVisible).toList();
        return new Shown(
                planned.alarm()
                        .map(ImportPlan.Alarm::name)
                        .map(name -> texts.of("trouble." + name))
                        .orElse(""),
                visible.stream().limit(MOST).map(this::line).toList(),
                all.size() - visible.size(),
                Math.max(0, visible.size() - MOST));
    }

    private static boolean isVisible(PlannedChange change) {
        return !(change instanceof Keep keep)
                || keep.returns()
                || !keep.fields().isEmpty();
    }

    private Line line(PlannedChange change) {
        return new Line(
                DirectoryTexts.word(change),
                texts.kind(change),
                change.name(),
                change.loginName(),
                texts.reason(change));
    }
}
