package org.beistand.applet.session;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.beistand.applet.consent.ConsentBook;
import org.beistand.engine.protocol.contract.SessionCard;
import org.beistand.engine.protocol.grant.Permission;
import org.beistand.engine.protocol.grant.SessionManifest;

/** Where the session is and who helps whom, and the view of it all that the customer gets. Used on the loop. */
final class Stage {

    private final SessionManifest manifest;
    private final SessionDisplay display;
    private SessionView.Phase phase = SessionView.Phase.CONNECTING;
    private Optional<SessionCard> card = Optional.empty();
    private Optional<String> ending = Optional.empty();

    Stage(SessionManifest manifest, SessionDisplay display) {
        this.manifest = manifest;
        this.display = display;
    }

    void open() {
        display.language(Locale.forLanguageTag(manifest.language()));
    }

    void introduce(SessionCard fresh) {
        card = Optional.of(fresh);
        display.language(Locale.forLanguageTag(fresh.language()));
    }

    void move(SessionView.Phase next) {
        phase = next;
    }

    boolean isOver() {
        return phase == SessionView.Phase.OVER;
    }

    /** The customer's name, as far as it is known. */
    String customer() {
        return card.map(SessionCard::customer).orElse("");
    }

    /** @param key message key of why it is over; the first one stands */
    void becauseOf(String key) {
        ending = ending.or(() -> Optional.of(key));
    }

    void show(Presence presence, Cooperation together, Seals seals, Talk talk, ConsentBook consent, Sharing sharing) {
        display.show(new SessionView(
                phase,
                card.map(SessionCard::company).orElse(manifest.company()),
                together.leads().flatMap(this::cardOf).or(() -> card),
                manifest.brand(),
                isOver() ? List.of() : people(presence, together),
                isOver() ? List.of() : words(presence, seals),
                talk.lines(),
                consent.question().filter(open -> !isOver()),
                isOver() ? List.of() : consent.allowed(),
                isOver() ? SessionView.Files.NONE : files(presence, sharing.filing()),
                sharing.viewing().problem(),
                ending));
    }

    /** Who helps whom, when somebody else leads than the helpdesk told us at the beginning. */
    private Optional<SessionCard> cardOf(Technician leading) {
        return card.filter(told -> !told.technician().equals(leading.name()))
                .map(told -> new SessionCard(
                        told.sessionId(),
                        told.company(),
                        leading.name(),
                        null,
                        told.ticketNumber(),
                        told.ticketSubject(),
                        told.customer(),
                        told.language(),
                        told.askSeconds()));
    }

    private static List<SessionView.Person> people(Presence presence, Cooperation together) {
        Optional<String> steers = together.steers().map(Technician::subject);
        return presence.here().stream()
                .map(technician -> new SessionView.Person(
                        technician.subject(),
                        technician.name(),
                        steers.filter(technician.subject()::equals).isPresent()))
                .toList();
    }

    private static SessionView.Files files(Presence presence, Filing filing) {
        boolean somebodyMayFetch = presence.here().stream()
                .anyMatch(technician -> technician.may(Permission.FILE_READ)
                        && technician.features().contains(Filing.FEATURE));
        return new SessionView.Files(somebodyMayFetch, filing.rows());
    }

    private List<SessionView.Words> words(Presence presence, Seals seals) {
        Locale language = Locale.forLanguageTag(card.map(SessionCard::language).orElse(manifest.language()));
        return presence.here().stream()
                .flatMap(technician -> seals
                        .words(technician.participant())
                        .map(words -> new SessionView.Words(technician.name(), words.in(language)))
                        .stream())
                .toList();
    }
}
