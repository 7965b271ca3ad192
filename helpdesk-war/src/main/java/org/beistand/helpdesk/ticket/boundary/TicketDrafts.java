package org.beistand.helpdesk.ticket.boundary;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.ticket.entity.TicketState;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is writing on a ticket's page: a reply with its files and the state it leads to, and a note. Two texts,
 * so that what was meant for colleagues can never be sent to the requester by a slip.
 */
public final class TicketDrafts implements Serializable {

    private static final long serialVersionUID = 1;

    private String reply = "";
    private String note = "";
    private String stateAfterReply = "";
    private String published = "";
    private String composer = "reply";

    /** The reply was sent; the next one starts empty. */
    void replied() {
        reply = "";
        published = "";
        stateAfterReply = "";
    }

    void noted() {
        note = "";
    }

    Optional<TicketState> next() {
        return stateAfterReply.isEmpty() ? Optional.empty() : Optional.of(TicketState.valueOf(stateAfterReply));
    }

    /** The files that will be sent with the reply. */
    List<UUID> published() {
        return Arrays.stream(published.split(",", -1))
                .filter(id -> !id.isEmpty())
                .map(id -> JsonFields.readId("attachments", id))
                .toList();
    }

    public String getReply() {
        return reply;
    }

    public void setReply(@Nullable String reply) {
        this.reply = TicketForm.given(reply);
    }

    public String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = TicketForm.given(note);
    }

    public String getStateAfterReply() {
        return stateAfterReply;
    }

    public void setStateAfterReply(@Nullable String state) {
        this.stateAfterReply = TicketForm.given(state);
    }

    public String getPublished() {
        return published;
    }

    public void setPublished(@Nullable String ids) {
        this.published = TicketForm.given(ids);
    }

    /** {@code reply} or {@code note}: which composer is in front. */
    public String getComposer() {
        return composer;
    }

    public void setComposer(@Nullable String composer) {
        this.composer = TicketForm.given(composer);
    }
}
