package org.beistand.helpdesk.recording.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.beistand.helpdesk.platform.faces.Announcer;
import org.beistand.helpdesk.platform.faces.Texts;
import org.beistand.helpdesk.recording.boundary.RecordingAdministration.KeyMade;
import org.beistand.helpdesk.recording.boundary.RecordingAdministration.Settings;
import org.beistand.helpdesk.recording.entity.NoRecordingKeyException;
import org.beistand.helpdesk.recording.entity.RecordingPolicy;
import org.beistand.helpdesk.recording.entity.RecordingPolicy.Mode;
import org.jspecify.annotations.Nullable;

/** The page {@code /admin/recordings}: whether sessions are recorded, for which key, and what there is. */
@Named
@RequestScoped
public class RecordingsPage {

    private static final String TEXTS = "org.beistand.helpdesk.recording.messages";

    private Mode mode = Mode.NEVER;
    private int keepDays = RecordingPolicy.USUAL_DAYS;
    private @Nullable KeyMade key;

    @Inject
    RecordingAdministration administration;

    @Inject
    RecordingArchive archive;

    @Inject
    Texts texts;

    @Inject
    Announcer announcer;

    @PostConstruct
    void load() {
        Settings settings = administration.settings();
        mode = settings.mode();
        keepDays = settings.keepDays();
        key = settings.key().orElse(null);
    }

    /** @return stays on the page, with what was chosen, when there is no key to record for */
    public @Nullable String save() {
        try {
            administration.decide(mode, keepDays);
        } catch (NoRecordingKeyException missing) {
            String words = texts.of(missing.rule());
            FacesContext.getCurrentInstance()
                    .addMessage("policy:mode", new FacesMessage(FacesMessage.SEVERITY_ERROR, words, words));
            return null;
        }
        announcer.say(FacesMessage.SEVERITY_INFO, texts.of(TEXTS, "saved"));
        return "/admin/recordings?faces-redirect=true";
    }

    public List<RecordingArchive.Card> getNewest() {
        return archive.newest();
    }

    public List<Mode> getModes() {
        return List.of(Mode.values());
    }

    /** Nothing while there is none. */
    public @Nullable KeyMade getKey() {
        return key;
    }

    public Mode getMode() {
        return mode;
    }

    public void setMode(Mode value) {
        mode = value;
    }

    public int getKeepDays() {
        return keepDays;
    }

    public void setKeepDays(int value) {
        keepDays = value;
    }
}
