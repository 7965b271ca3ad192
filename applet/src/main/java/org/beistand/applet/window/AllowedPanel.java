package org.beistand.applet.window;

import java.awt.BorderLayout;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.beistand.applet.consent.Allowed;
import org.beistand.applet.session.CustomerActions;

/** What is allowed at the moment, each with a button that takes it back. */
final class AllowedPanel extends JPanel {

    private final CustomerActions actions;
    private List<Allowed> shown = List.of();
    private Texts language = Texts.in(Locale.ROOT);

    AllowedPanel(CustomerActions actions) {
        this.actions = actions;
        setName("allowed");
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setBackground(Look.RAISED);
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 0, 1, 0, Look.BORDER),
                BorderFactory.createEmptyBorder(2 * Look.SPACE, 4 * Look.SPACE, 2 * Look.SPACE, 4 * Look.SPACE)));
        setVisible(false);
    }

    void show(List<Allowed> allowed, Texts texts) {
        if (allowed.equals(shown) && texts.locale().equals(language.locale())) {
            return; // a button must not vanish under the pointer because somebody wrote a line
        }
        shown = allowed;
        language = texts;
        removeAll();
        for (Allowed one : allowed) {
            add(row(one, texts));
            add(Box.createVerticalStrut(Look.SPACE));
        }
        setVisible(!allowed.isEmpty());
        revalidate();
        repaint();
    }

    private JPanel row(Allowed one, Texts texts) {
        String name = one.permission().wireName();
        JLabel label = Look.label("allowed-" + name, 1f, Font.PLAIN, Look.TEXT);
        label.setText("\u2713  " + texts.text("allowed." + name, Texts.time(one.since())));
        JButton withdraw = new JButton(texts.text("allowed.withdraw"));
        withdraw.setName("withdraw-" + name);
        withdraw.setDefaultCapable(false);
        Plain.actsOnFirstClick(withdraw);
        withdraw.getAccessibleContext().setAccessibleName(texts.text("allowed.withdraw.accessible", label.getText()));
        withdraw.addActionListener(pressed -> actions.withdraw(one.permission()));
        JPanel row = new JPanel(new BorderLayout(2 * Look.SPACE, 0));
        row.setOpaque(false);
        row.setAlignmentX(LEFT_ALIGNMENT);
        row.add(label, BorderLayout.CENTER);
        row.add(withdraw, BorderLayout.EAST);
        return row;
    }
}
