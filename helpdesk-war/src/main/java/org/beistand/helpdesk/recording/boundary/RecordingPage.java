package org.beistand.helpdesk.recording.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page in which a recording is played; the player is mounted in it. */
@Named
@RequestScoped
public class RecordingPage {

    @Inject
    RecordingArchive archive;

    private @Nullable SessionRecording recording;

    /**
     * Finds the recording before the page is made.
     *
     * @throws org.beistand.helpdesk.platform.problem.NotFoundException also for a session of another company
     * @throws org.beistand.helpdesk.platform.problem.ForbiddenException for everybody but administrators
     */
    void open(UUID session) {
        recording = archive.recording(session);
    }

    public SessionRecording getRecording() {
        return Optional.ofNullable(recording)
                .orElseThrow(() -> new IllegalStateException("The recording was asked for directly"));
    }
}
