package org.beistand.helpdesk.mail.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.mail.entity.MailMessage;
import org.beistand.helpdesk.mail.entity.MailMessage.Fate;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;

/** Which messages the current company knows. Runs in the caller's transaction. */
@ApplicationScoped
public class MailMessages {

    /** Message-IDs longer than this are kept by their hash only, and never referred to. */
    private static final int LONGEST_ID = 400;

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_ADDRESS = 254;

    @PersistenceContext(unitName = "helpdesk")
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * A message to be remembered.
     *
     * @param correspondent whom it is from or goes to
     * @param reason why nothing was made of it, or empty
     */
    public record Noted(
            String messageId,
            Optional<UUID> ticket,
            Optional<UUID> dispatch,
            Fate fate,
            String correspondent,
            String subject,
            String reason) {}

    /**
     * Remembers it unless it is known. Of two transactions that try, one waits for the other and then gets {@code false}.
     *
     * @return whether it is new
     */
    public boolean remember(Noted noted) {
        return entities.createNativeQuery("""
                                insert into mail_message (id, company_id, id_hash, message_id, ticket_id, dispatch_id, fate,
                                correspondent, subject, reason, at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
                                on conflict do nothing
                                """)
                        .setParameter(1, UUID.randomUUID())
                        .setParameter(2, CurrentCompany.require())
                        .setParameter(3, hash(noted.messageId()))
                        .setParameter(4, cut(noted.messageId(), LONGEST_ID))
                        .setParameter(5, noted.ticket().orElse(null))
                        .setParameter(6, noted.dispatch().orElse(null))
                        .setParameter(7, noted.fate().name())
                        .setParameter(8, cut(noted.correspondent(), LONGEST_ADDRESS))
                        .setParameter(9, cut(noted.subject(), LONGEST_TEXT))
                        .setParameter(10, cut(noted.reason(), LONGEST_TEXT))
                        .setParameter(11, clock.instant())
                        .executeUpdate()
                == 1;
    }

    /** What is known under that Message-ID. */
    public Optional<MailMessage> known(String messageId) {
        return entities.createQuery("from MailMessage where idHash = :hash", MailMessage.class)
                .setParameter("hash", hash(messageId))
                .getResultStream()
                .findFirst();
    }

    /** Message-IDs of what was said publicly in a ticket, oldest first, the latest ones only. */
    public List<String> conversation(UUID ticket, int most) {
        return entities
                .createQuery(
                        "from MailMessage where ticketId = :ticket and fate in (:fates) order by at desc, id",
                        MailMessage.class)
                .setParameter("ticket", ticket)
                .setParameter("fates", List.of(Fate.SENT, Fate.TICKET, Fate.REPLY))
                .setMaxResults(most)
                .getResultList()
                .reversed()
                .stream()
                .map(MailMessage::messageId)
                .toList();
    }

    /** How many messages somebody sent us since then, whatever became of them. */
    public long countFrom(String correspondent, Instant since) {
        return entities.createQuery(
                        "select count(*) from MailMessage where correspondent = :from and fate <> :sent and at > :since",
                        Long.class)
                .setParameter("from", cut(correspondent, LONGEST_ADDRESS))
                .setParameter("sent", Fate.SENT)
                .setParameter("since", since)
                .getSingleResult();
    }

    /** The latest ones of which nothing was made, for administrators. */
    public List<MailMessage> notTaken(int most) {
        return entities.createQuery("from MailMessage where fate in (:fates) order by at desc", MailMessage.class)
                .setParameter("fates", List.of(Fate.IGNORED, Fate.REFUSED))
                .setMaxResults(most)
                .getResultList();
    }

    private static String cut(String text, int most) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.substring(0, Math.min(clean.length(), most));
    }

    private static String hash(String messageId) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(messageId.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
