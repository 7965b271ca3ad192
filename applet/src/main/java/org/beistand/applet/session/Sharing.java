package org.beistand.applet.session;

import java.util.List;
import org.beistand.applet.consent.Consent;
import org.beistand.applet.files.DownloadFolder;
import org.beistand.applet.journal.SessionJournal;
import org.beistand.applet.platform.Platform;

/** All that is shared, told together. */
record Sharing(Viewing viewing, Pointing pointing, Carrying carrying, Filing filing) implements Shared {

    /** @param onChange called on the loop when no picture can be had, or files have moved */
    static Sharing of(
            Platform platform,
            DownloadFolder downloads,
            Consent consent,
            Presence presence,
            Cooperation together,
            Outbound outbound,
            SessionJournal journal,
            SessionLoop loop,
            Runnable onChange) {
        return new Sharing(
                new Viewing(platform, consent, presence, outbound, journal, loop, onChange),
                new Pointing(platform.cursors(), consent, presence, outbound),
                new Carrying(platform, consent, presence, together, outbound, journal, loop),
                new Filing(downloads, consent, together::mayJoin, outbound, journal, loop, onChange));
    }

    private List<Shared> all() {
        return List.of(viewing, pointing, carrying, filing);
    }

    @Override
    public void consentChanged() {
        all().forEach(Shared::consentChanged);
    }

    @Override
    public void agreed(Technician technician) {
        all().forEach(shared -> shared.agreed(technician));
    }

    @Override
    public void left(int participant) {
        all().forEach(shared -> shared.left(participant));
    }

    @Override
    public void connectionLost() {
        all().forEach(Shared::connectionLost);
    }

    @Override
    public void stop() {
        all().forEach(Shared::stop);
    }
}
