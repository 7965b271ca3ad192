package org.beistand.applet.window;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import org.beistand.applet.consent.Allowed;
import org.beistand.applet.session.SessionView;
import org.beistand.applet.session.SessionView.Person;
import org.beistand.engine.protocol.contract.SessionCard;
import org.beistand.engine.protocol.grant.Permission;

/** What is happening to this computer right now, in words and in colour. */
final class StateBar extends JPanel {

    private final WrappedText sentence = new WrappedText("state", Color.WHITE);

    StateBar() {
        super(new BorderLayout());
        setName("statebar");
        setBorder(BorderFactory.createEmptyBorder(3 * Look.SPACE, 4 * Look.SPACE, 3 * Look.SPACE, 4 * Look.SPACE));
        Look.resize(sentence, 1.05f, Font.BOLD);
        add(sentence, BorderLayout.CENTER);
    }

    void show(SessionView view, Texts texts) {
        String names = names(view, texts);
        switch (view.phase()) {
            case CONNECTING -> say(texts.text("state.connecting"), Look.MUTED);
            case RECONNECTING -> say(texts.text("state.reconnecting"), Look.WARNING);
            case OVER -> say(texts.text("state.over"), Look.MUTED);
            case WAITING -> say(texts.text("state.waiting", names), Look.MUTED);
            case TOGETHER -> {
                Optional<Allowed> control = allowed(view, Permission.CONTROL);
                Optional<Allowed> viewing = allowed(view, Permission.VIEW)
                        .filter(seen -> view.captureProblem().isEmpty());
                String several = view.technicians().size() > 1 ? ".several" : "";
                if (control.isPresent()) {
                    report(
                            view,
                            texts,
                            controlling(view, Texts.time(control.get().since()), texts),
                            Look.DANGER);
                } else if (viewing.isPresent()) {
                    String since = Texts.time(viewing.get().since());
                    report(view, texts, texts.text("state.viewing" + several, names, since), Look.ACCENT);
                } else {
                    report(view, texts, texts.text("state.together" + several, names), Look.SUCCESS);
                }
            }
        }
    }

    /** While somebody is here, that it is recorded is never left unsaid. */
    private void report(SessionView view, Texts texts, String text, Color ground) {
        boolean recorded = allowed(view, Permission.RECORD).isPresent();
        say(recorded ? texts.text("state.recorded", text) : text, ground);
    }

    private void say(String text, Color ground) {
        sentence.setText(text);
        sentence.getAccessibleContext().setAccessibleName(text);
        setBackground(ground);
        revalidate();
    }

    /** One steers, the others look on; that nobody steers just now does not make it harmless. */
    private static String controlling(SessionView view, String since, Texts texts) {
        Optional<String> hands = view.technicians().stream()
                .filter(Person::steers)
                .map(Person::name)
                .findFirst();
        List<String> others = view.technicians().stream()
                .filter(person -> !person.steers())
                .map(Person::name)
                .toList();
        if (hands.isEmpty()) {
            return texts.text("state.controlling.nobody", names(view, texts));
        }
        return switch (others.size()) {
            case 0 -> texts.text("state.controlling", hands.get(), since);
            case 1 -> texts.text("state.controlling.viewed", hands.get(), since, others.getFirst());
            default -> texts.text("state.controlling.viewed.several", hands.get(), since, texts.names(others));
        };
    }

    private static String names(SessionView view, Texts texts) {
        return view.technicians().isEmpty()
                ? view.card().map(SessionCard::technician).orElse(view.company())
                : texts.names(view.technicians().stream().map(Person::name).toList());
    }

    static Optional<Allowed> allowed(SessionView view, Permission permission) {
        List<Allowed> all = view.allowed();
        return all.stream().filter(one -> one.permission() == permission).findFirst();
    }
}
