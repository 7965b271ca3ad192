package org.beistand.helpdesk.ticket.boundary;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.beistand.helpdesk.ticket.entity.TicketEdit;
import org.beistand.helpdesk.ticket.entity.TicketPriority;
import org.beistand.helpdesk.ticket.entity.TicketState;

/**
 * A demo ticket and what happens to it, in order.
 *
 * @param age how long ago it began when the demo company is founded
 * @param requester part of a demo customer's name
 */
record DemoStory(
        Duration age,
        String requester,
        String channel,
        TicketPriority priority,
        String subject,
        String description,
        List<Step> steps) {

    /** Something that happens. */
    sealed interface Step {}

    /** A technician answers. */
    record Reply(String technician, String text) implements Step {}

    /** The requester says something. */
    record Told(String text) implements Step {}

    /** A technician tells the others. */
    record Note(String technician, String text) implements Step {}

    /** The requester attaches a text file. */
    record Attach(String name, String text) implements Step {}

    /** A technician changes fields. */
    record Change(String technician, Edit edit) implements Step {}

    /** An edit that may name whoever does it. */
    @FunctionalInterface
    interface Edit {
        TicketEdit of(UUID self);
    }

    private static final String MARIA = "Maria Lindner";
    private static final String JONAS = "Jonas Weber";

    /** Steps follow each other in growing distances, and the last one is over by now. */
    Duration ageOfStep(int index) {
        var done = (double) (index + 1) * (index + 1) / ((steps.size() + 1) * (steps.size() + 1));
        return age.minusSeconds(Math.round(age.toSeconds() * done));
    }

    private static Duration ago(int days, int hours, int minutes) {
        return Duration.ofDays(days).plusHours(hours).plusMinutes(minutes);
    }

    private static Step take(String technician) {
        return new Change(technician, self -> TicketEdit.nothing().withAssignee(Optional.of(self)));
    }

    private static Step set(String technician, TicketState state) {
        return new Change(technician, self -> TicketEdit.nothing().withState(state));
    }

    private static Step raise(String technician, TicketPriority priority) {
        return new Change(technician, self -> TicketEdit.nothing().withPriority(priority));
    }

    static final List<DemoStory> ALL = List.of(
            new DemoStory(
                    ago(6, 3, 40),
                    "Kühn",
                    "Telefon",
                    TicketPriority.NORMAL,
                    "Zweiter Bildschirm bleibt schwarz",
                    "Nach dem Umzug ins Labor 3 erkennt der Rechner nur noch einen Bildschirm. Das Kabel habe ich schon"
                            + " getauscht.",
                    List.of(
                            take(JONAS),
                            new Reply(
                                    JONAS,
                                    "Guten Tag Herr Dr. Kühn,\n\nan dieser Dockingstation muss der zweite Bildschirm am"
                                            + " mittleren Anschluss stecken. Bitte probieren Sie es einmal aus.\n\nJonas Weber"),
                            new Told("Das war es, vielen Dank!"),
                            set(JONAS, TicketState.RESOLVED),
                            set(JONAS, TicketState.CLOSED))),
            new DemoStory(
                    ago(5, 1, 5),
                    "Emily",
                    "E-Mail",
                    TicketPriority.NORMAL,
                    "Newsletter template loses its images",
                    "When I open last month's newsletter template in Outlook, all images are replaced by red crosses.",
                    List.of(
                            take(MARIA),
                            new Note(MARIA, "Images are linked to the old file server. Template needs the new path."),
                            new Reply(
                                    MARIA,
                                    "Hi Emily,\n\nthe images lived on a server that was switched off on Friday. I have put"
                                            + " a corrected template into your team folder.\n\nBest regards\nMaria"),
                            new Told("Works perfectly, thank you!"),
                            set(MARIA, TicketState.RESOLVED))),
            new DemoStory(
                    ago(4, 6, 20),
                    "Mehmet",
                    "Telefon",
                    TicketPriority.LOW,
                    "Handscanner piept zu leise",
                    "In der Halle hört man den Scanner nicht mehr. Ist wohl nach dem Update leiser geworden.",
                    List.of(
                            take(JONAS),
                            new Note(JONAS, "Lautstärke wird zentral verteilt, Profil „Lager“ steht auf 40 %."),
                            set(JONAS, TicketState.RESOLVED))),
            new DemoStory(
                    ago(3, 4, 10),
                    "Sofia",
                    "Portal",
                    TicketPriority.NORMAL,
                    "R Studio cannot install packages",
                    "install.packages() fails with 'unable to access index for repository'. It worked on Thursday.",
                    List.of(
                            new Attach(
                                    "r-console.txt",
                                    "> install.packages(\"dplyr\")\nWarning: unable to access index for repository"
                                            + " https://cran.example/src/contrib\n"),
                            take(MARIA),
                            new Note(MARIA, "New proxy rule from Thursday evening blocks the mirror. Asked networks."),
                            new Reply(
                                    MARIA,
                                    "Dear Sofia,\n\nour proxy blocks the package mirror since Thursday. The network team is"
                                            + " on it; I will come back to you today.\n\nMaria Lindner"),
                            set(MARIA, TicketState.PENDING))),
            new DemoStory(
                    ago(2, 5, 30),
                    "Lukas",
                    "Portal",
                    TicketPriority.NORMAL,
                    "VPN bricht alle zehn Minuten ab",
                    "Im Homeoffice trennt sich das VPN regelmäßig, immer mitten im Kundengespräch. WLAN ist stabil, andere"
                            + " Geräte haben keine Probleme.",
                    List.of(
                            new Attach(
                                    "vpn-protokoll.log",
                                    "09:12:04 connected\n09:22:05 peer timeout, reconnecting\n09:32:07 peer timeout,"
                                            + " reconnecting\n"),
                            take(MARIA),
                            raise(MARIA, TicketPriority.HIGH),
                            new Reply(
                                    MARIA,
                                    "Guten Tag Herr Hoffmann,\n\nim Protokoll sieht man eine Zeitüberschreitung genau alle"
                                            + " zehn Minuten. Das deutet auf den Energiesparmodus des WLAN-Adapters. Darf ich"
                                            + " mir das heute Nachmittag mit Ihnen zusammen ansehen?\n\nMaria Lindner"),
                            new Told("Gern, ab 14 Uhr bin ich am Platz."),
                            new Note(
                                    MARIA,
                                    "Gleiches Adaptermodell wie letzte Woche bei Frau Rossi. Treiber 22.1 bereithalten."))),
            new DemoStory(
                    ago(1, 2, 15),
                    "Anna",
                    "Telefon",
                    TicketPriority.HIGH,
                    "Monatsabschluss: Excel stürzt beim Öffnen ab",
                    "Die Datei „Abschluss_Oktober.xlsx“ lässt sich seit heute Morgen nicht mehr öffnen. Excel schließt sich"
                            + " ohne Meldung. Der Abschluss muss bis 16 Uhr fertig sein.",
                    List.of(
                            take(JONAS),
                            new Note(JONAS, "Add-in „KostenPlus“ wurde nachts aktualisiert, Absturz nur mit Add-in."),
                            raise(JONAS, TicketPriority.URGENT),
                            new Reply(
                                    JONAS,
                                    "Guten Tag Frau Schröder,\n\nIhre Datei ist in Ordnung, ein Zusatzprogramm bringt Excel"
                                            + " zum Absturz. Ich schalte es mit Ihnen gemeinsam ab, das dauert fünf Minuten."
                                            + "\n\nJonas Weber"))),
            new DemoStory(
                    ago(1, 0, 50),
                    "Emily",
                    "E-Mail",
                    TicketPriority.NORMAL,
                    "Shared mailbox does not show new mails",
                    "The mailbox press@demo.example only updates after I restart Outlook. My colleague sees the mails at"
                            + " once.",
                    List.of(
                            take(MARIA),
                            new Reply(
                                    MARIA,
                                    "Hi Emily,\n\ncould you tell me which Outlook version you see under File, Office"
                                            + " Account?\n\nMaria"),
                            set(MARIA, TicketState.PENDING),
                            new Told("It says Version 2410 (Build 18129)."))),
            new DemoStory(
                    ago(0, 6, 25),
                    "Kühn",
                    "E-Mail",
                    TicketPriority.NORMAL,
                    "Messrechner: Daten landen nicht auf dem Netzlaufwerk",
                    "Der Messrechner im Labor schreibt seit Montag nur noch lokal. Bitte nicht neu starten, es läuft eine"
                            + " Messung bis Donnerstag.",
                    List.of(
                            take(MARIA),
                            new Note(
                                    MARIA,
                                    "NICHT neu starten, Messung läuft. Dienstkonto abgelaufen, Verlängerung beantragt."),
                            set(MARIA, TicketState.PENDING))),
            new DemoStory(
                    ago(0, 3, 10),
                    "Sofia",
                    "Portal",
                    TicketPriority.LOW,
                    "Please add me to the group calendar",
                    "I joined the polymer group last week and cannot see their calendar yet.",
                    List.of()),
            new DemoStory(
                    ago(0, 0, 52),
                    "Mehmet",
                    "Telefon",
                    TicketPriority.URGENT,
                    "Etikettendrucker im Lager druckt nicht",
                    "Alle Pakete stehen. Der Drucker an Tor 2 zeigt „offline“, Papier ist eingelegt, aus- und eingeschaltet"
                            + " haben wir ihn auch schon.",
                    List.of()),
            new DemoStory(
                    ago(0, 0, 38),
                    "Lukas",
                    "E-Mail",
                    TicketPriority.NORMAL,
                    "Neues Headset wird nicht erkannt",
                    "Das neue Headset lädt, taucht in Teams aber nicht als Gerät auf.",
                    List.of(new Attach(
                            "geraete-manager.txt",
                            "Audioeingänge und -ausgänge\n  Unbekanntes USB-Gerät (Code 43)\n"))),
            new DemoStory(
                    ago(0, 0, 21),
                    "Anna",
                    "Portal",
                    TicketPriority.NORMAL,
                    "Drucker im 3. Stock: jede zweite Seite leer",
                    "Seit dem Tonerwechsel kommt beim beidseitigen Druck jede zweite Seite leer heraus.",
                    List.of(take(MARIA))));
}
