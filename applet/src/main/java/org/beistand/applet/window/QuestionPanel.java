package org.beistand.applet.window;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridLayout;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Timer;
import org.beistand.applet.consent.Question;
import org.beistand.applet.session.CustomerActions;

/**
 * SESSION-FLOW 6: the question, two equal buttons, and the time until silence is no. Neither button is a default, has the
 * focus or a shortcut, and both begin asleep: a click that was meant for something else must not become consent.
 */
final class QuestionPanel extends JPanel {

    /** Longer than a double click, shorter than reading the sentence. */
    private static final int ASLEEP_MILLIS = 500;

    private static final int TICK_MILLIS = 250;

    private final Clock clock;
    private final Runnable keyboardElsewhere;
    private final WrappedText sentence = new WrappedText("question", Look.TEXT);
    private final WrappedText detail = new WrappedText("questiondetail", Look.TEXT);
    private final JLabel countdown = Look.label("countdown", 1f, Font.PLAIN, Look.WARNING);
    private final JButton decline = new JButton();
    private final JButton allow = new JButton();
    private final Timer wake = new Timer(ASLEEP_MILLIS, fired -> setAwake(true));
    private final Timer tick = new Timer(TICK_MILLIS, fired -> showCountdown());
    private Optional<Question> shown = Optional.empty();
    private Texts texts = Texts.in(Locale.ROOT);

    /** @param keyboardElsewhere takes the keyboard away from a button that goes to sleep */
    QuestionPanel(CustomerActions actions, Clock clock, Runnable keyboardElsewhere) {
        this.clock = clock;
        this.keyboardElsewhere = keyboardElsewhere;
        setName("questionpanel");
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setBackground(Look.WARNING_SOFT);
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(1, 0, 1, 0, new Color(0xe4c48c)),
                BorderFactory.createEmptyBorder(3 * Look.SPACE, 4 * Look.SPACE, 3 * Look.SPACE, 4 * Look.SPACE)));
        Look.resize(sentence, 1.1f, Font.BOLD);
        JPanel buttons = new JPanel(new GridLayout(1, 2, 3 * Look.SPACE, 0));
        buttons.setOpaque(false);
        for (JButton button : new JButton[] {decline, allow}) {
            button.setDefaultCapable(false);
            Plain.actsOnFirstClick(button);
            button.putClientProperty("FlatLaf.style", "margin: 8,14,8,14");
            Look.resize(button, 1f, Font.BOLD);
            buttons.add(button);
        }
        decline.setName("decline");
        allow.setName("allow");
        decline.addActionListener(pressed -> answer(actions, false));
        allow.addActionListener(pressed -> answer(actions, true));
        for (JComponent part : new JComponent[] {sentence, detail, countdown, buttons}) {
            part.setAlignmentX(LEFT_ALIGNMENT);
            add(part);
            add(Box.createVerticalStrut(2 * Look.SPACE));
        }
        buttons.setMaximumSize(new Dimension(Integer.MAX_VALUE, buttons.getPreferredSize().height * 2));
        wake.setRepeats(false);
        setVisible(false);
    }

    private void answer(CustomerActions actions, boolean allowed) {
        Optional<Question> answered = shown;
        setAwake(false);
        answered.ifPresent(question -> actions.decide(question.requestId(), allowed));
    }

    /** @param question the one that is asked now */
    void show(Optional<Question> question, Texts language) {
        texts = language;
        decline.setText(texts.text("question.decline"));
        allow.setText(texts.text("question.allow"));
        boolean another = !question.map(Question::requestId).equals(shown.map(Question::requestId));
        shown = question;
        if (question.isPresent()) {
            String key = "question." + question.get().permission().wireName();
            sentence.setText(texts.text(key, question.get().technician()));
            detail.setText(texts.text(key + ".detail"));
            allow.getAccessibleContext().setAccessibleName(texts.text("question.allow") + ": " + sentence.getText());
            decline.getAccessibleContext()
                    .setAccessibleName(texts.text("question.decline") + ": " + sentence.getText());
            showCountdown();
        }
        if (another) {
            setAwake(false);
            setVisible(question.isPresent());
            if (question.isPresent()) {
                wake.restart();
                tick.start();
            } else {
                wake.stop();
                tick.stop();
            }
        }
    }

    private void setAwake(boolean awake) {
        boolean hadKeyboard = allow.isFocusOwner() || decline.isFocusOwner();
        allow.setEnabled(awake); // first, so that Swing does not hand it the keyboard of the other
        decline.setEnabled(awake);
        if (hadKeyboard && !awake) {
            keyboardElsewhere.run();
        }
    }

    private void showCountdown() {
        shown.ifPresent(question -> {
            Duration left = Duration.between(clock.instant(), question.deadline());
            countdown.setText(texts.text("question.countdown", Math.max(0, left.toSeconds() + 1)));
        });
    }
}
