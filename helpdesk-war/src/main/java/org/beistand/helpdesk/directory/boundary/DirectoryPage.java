package org.beistand.helpdesk.directory.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.beistand.helpdesk.authority.boundary.UploadedCertificates;
import org.beistand.helpdesk.directory.boundary.DirectoryAdministration.RunCard;
import org.beistand.helpdesk.directory.boundary.DirectoryAdministration.Settings;
import org.beistand.helpdesk.directory.boundary.DirectoryAdministration.Status;
import org.beistand.helpdesk.directory.boundary.PreviewLines.Shown;
import org.beistand.helpdesk.directory.entity.DirectoryConnection.SummaryOf;
import org.beistand.helpdesk.platform.faces.Announcer;
import org.beistand.integration.directory.Probe;
import org.jspecify.annotations.Nullable;

/** The page {@code /admin/directory}: the connection and its test, the preview, and how imports went. */
@Named
@RequestScoped
public class DirectoryPage {

    private static final String HERE = "/admin/directory?faces-redirect=true";

    private final ConnectionForm form = new ConnectionForm();
    private @Nullable Shown preview;

    @Inject
    DirectoryAdministration administration;

    @Inject
    PreviewLines previews;

    @Inject
    DirectoryTexts texts;

    @Inject
    Announcer announcer;

    @PostConstruct
    void load() {
        form.fill(administration.settings());
    }

    /** What became of certificates that were uploaded, as their door names it in the address; nothing for other words. */
    public String upload(String named) {
        return UploadedCertificates.isWord(named)
                ? texts.of(named.equals(UploadedCertificates.TAKEN) ? "authority." + named : "rule.authority." + named)
                : "";
    }

    public String save() {
        administration.connect(form.wish());
        announcer.say(FacesMessage.SEVERITY_INFO, texts.of("saved"));
        return HERE;
    }

    /** What is tested is what was typed, and nothing typed is lost. */
    public String saveAndTest() {
        String here = save();
        test();
        return here;
    }

    private void test() {
        for (Probe probe : administration.test()) {
            probe.fault()
                    .ifPresentOrElse(
                            fault -> announcer.say(
                                    FacesMessage.SEVERITY_ERROR, texts.of("test.bad", probe.server(), texts.of(fault))),
                            () -> announcer.say(
                                    probe.people() == 0 ? FacesMessage.SEVERITY_WARN : FacesMessage.SEVERITY_INFO,
                                    texts.of("test.good", probe.server(), probe.people())));
        }
    }

    public void showPreview() {
        preview = previews.now();
        announcer.say(FacesMessage.SEVERITY_INFO, texts.of("preview.below"));
    }

    public String run() {
        return run(false);
    }

    /** Also if more people leave than usually may. */
    public String runAccepted() {
        return run(true);
    }

    private String run(boolean accepted) {
        RunCard run = administration.run(accepted);
        if (run.trouble().isEmpty()) {
            announcer.say(
                    FacesMessage.SEVERITY_INFO,
                    texts.of("run.good", run.created(), run.changed(), run.left(), run.returned(), run.proposed()));
        } else {
            announcer.say(FacesMessage.SEVERITY_ERROR, texts.of("run.bad", trouble(run)));
        }
        return HERE;
    }

    /** Why a run changed nothing; empty when it did. */
    public String trouble(RunCard run) {
        return run.trouble().isEmpty() ? "" : texts.trouble(run.trouble(), run.detail());
    }

    /** Whether an administrator can say that what the alarm is about is meant. */
    public boolean isAcceptable() {
        return administration
                .status()
                .last()
                .filter(run -> run.trouble().equals("TOO_MANY_LEAVE"))
                .isPresent();
    }

    public Status getStatus() {
        return administration.status();
    }

    public Settings getSettings() {
        return administration.settings();
    }

    public List<RunCard> getRuns() {
        return administration.runs();
    }

    public @Nullable Shown getPreview() {
        return preview;
    }

    /** Whose entry can be written to. */
    public SummaryOf[] getSummaryChoices() {
        return SummaryOf.values();
    }

    public ConnectionForm getForm() {
        return form;
    }
}
