package org.beistand.integration.mail;

import java.time.Clock;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.beistand.integration.Outcome;
import org.beistand.integration.Reach;
import org.beistand.integration.web.WebCalls;

/** E-mail as the rest of Beistand sees it. Safe for many threads. */
public final class Mail {

    private final ProducerTemplate template;
    private final SendMail sending;
    private final ReadMailbox reading;

    /** @param patience how long to wait for one answer of a mail server */
    public Mail(
            CamelContext camel, ProducerTemplate template, WebCalls calls, Reach reach, Clock clock, Duration patience)
            throws Exception {
        this.template = template;
        var sessions = new MailSessions(reach, new MailTokens(calls, template, clock), patience);
        this.sending = new SendMail(sessions, clock);
        this.reading = new ReadMailbox(sessions, clock);
        camel.addRoutes(sending);
        camel.addRoutes(reading);
    }

    /**
     * Hands a message to the mail server; returns when it is known how that went and never throws for a failed delivery.
     * Delivered means that the server has taken it, not that anybody has read it.
     */
    public Outcome send(MailServer server, OutgoingMail mail) {
        return sending.send(template, server, mail);
    }

    /** Gives what is new in a mailbox to {@code taker}; see {@link Mailbox}. What the taker throws passes through. */
    public Mailbox.Read read(Mailbox mailbox, Mailbox.Mark since, Mailbox.Taker taker) {
        return reading.read(template, mailbox, since, taker);
    }

    /** Whether the folder could be read; reads nothing. @return what fails, or empty */
    public String checkReading(Mailbox mailbox) {
        return reading.tryOut(mailbox);
    }

    /** Whether mail could be sent over it; sends nothing. @return what fails, or empty */
    public String checkSending(MailServer server) {
        return sending.tryOut(server);
    }
}
