package org.beistand.helpdesk.directory.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.beistand.helpdesk.directory.control.PlannedChange;
import org.beistand.helpdesk.directory.control.PlannedChange.Create;
import org.beistand.helpdesk.directory.control.PlannedChange.Field;
import org.beistand.helpdesk.directory.control.PlannedChange.Keep;
import org.beistand.helpdesk.directory.control.PlannedChange.Leave;
import org.beistand.helpdesk.directory.control.PlannedChange.Propose;
import org.beistand.helpdesk.directory.control.PlannedChange.Stuck;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.integration.directory.Fault;

/** What is found, planned and gone wrong, in the words of whoever reads it. */
@ApplicationScoped
public class DirectoryTexts {

    static final String BUNDLE = "org.beistand.helpdesk.directory.messages";

    @Inject
    Texts texts;

    String of(String key, Object... arguments) {
        return texts.of(BUNDLE, key, arguments);
    }

    /** What went wrong and, behind it, the directory's own words. */
    String of(Fault fault) {
        return trouble(fault.kind().name(), fault.detail());
    }

    String trouble(String kind, String detail) {
        String said = of("trouble." + kind);
        return detail.isEmpty() ? said : said + " (" + detail + ")";
    }

    /** What would become of somebody, in a word. */
    String kind(PlannedChange change) {
        return of("kind." + word(change));
    }

    /** Stable for programs. */
    static String word(PlannedChange change) {
        return switch (change) {
            case Create create -> "NEW";
            case Keep keep -> keep.returns() ? "BACK" : "CHANGED";
            case Leave leave -> "LEAVES";
            case Propose propose -> "DECIDE";
            case Stuck stuck -> "STUCK";
        };
    }

    /** Why, and what exactly. */
    String reason(PlannedChange change) {
        return switch (change) {
            case Create create ->
                of("role." + create.wanted().role())
                        + department(create.wanted().department());
            case Keep keep -> fields(keep);
            case Leave leave -> of("presence." + leave.why());
            case Propose propose -> of("reason." + propose.reason());
            case Stuck stuck -> of("reason.STUCK");
        };
    }

    private static String department(String department) {
        return department.isEmpty() ? "" : ", " + department;
    }

    private String fields(Keep keep) {
        Set<Field> fields = keep.fields();
        return fields.stream()
                .sorted()
                .map(field -> of("field." + field)
                        + switch (field) {
                            case LOGIN_NAME -> ": " + keep.wanted().loginName();
                            case NAME -> ": " + keep.wanted().displayName();
                            case DEPARTMENT -> ": " + keep.wanted().department();
                            case EMAIL -> ": " + keep.wanted().email();
                            case ROLE -> ": " + of("role." + keep.wanted().role());
                            case CHANNELS -> "";
                        })
                .collect(Collectors.joining("; "));
    }
}
