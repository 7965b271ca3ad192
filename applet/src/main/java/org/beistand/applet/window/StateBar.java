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
                if (control.isPresent()) {
                    say(
                            texts.text(
                                    "state.controlling",
                                    names,
                                    Texts.time(control.get().since())),
                            Look.DANGER);
                } else if (viewing.isPresent()) {
                    say(
                            texts.text(
                                    "state.viewing",
                                    names,
                                    Texts.time(viewing.get().since())),
                            Look.ACCENT);
                } else {
                    say(texts.text("state.together", names), Look.SUCCESS);
                }
            }
        }
    }

    private void say(String text, Color ground) {
        sentence.setText(text);
        sentence.getAccessibleContext().setAccessibleName(text);
        setBackground(ground);
        revalidate();
    }

    private static String names(SessionView view, Texts texts) {
        return view.technicians().isEmpty()
                ? view.card().map(SessionCard::technician).orElse(view.company())
                : texts.names(view.technicians());
    }

    static Optional<Allowed> allowed(SessionView view, Permission permission) {
        List<Allowed> all = view.allowed();
        return all.stream().filter(one -> one.permission() == permission).findFirst();
    }
}
