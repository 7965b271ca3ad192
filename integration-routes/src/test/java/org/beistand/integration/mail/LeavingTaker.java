package org.beistand.integration.mail;

import java.util.ArrayList;
import java.util.List;

/** Takes messages in and goes on behind whatever cannot be had. */
final class LeavingTaker implements Mailbox.Taker {

    final List<IncomingMail> taken = new ArrayList<>();

    /** UIDs. */
    final List<Long> leftOut = new ArrayList<>();

    @Override
    public boolean take(IncomingMail mail, Mailbox.Mark until) {
        return taken.add(mail);
    }

    @Override
    public boolean leavesOut(Mailbox.Mark until, String reason) {
        return leftOut.add(until.last());
    }
}
