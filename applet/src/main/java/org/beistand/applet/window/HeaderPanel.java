package org.beistand.applet.window;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.beistand.applet.session.SessionView;
import org.beistand.engine.protocol.contract.SessionCard;

/** Who helps with what, and the red button that is always in the same place. */
final class HeaderPanel extends JPanel {

    private static final String STYLE = "FlatLaf.style";
    private static final String RED =
            "background: #b3261e; foreground: #ffffff; hoverBackground: #98201a; pressedBackground: #7d1a15;"
                    + " focusedBackground: #b3261e; borderColor: #b3261e; hoverBorderColor: #98201a;"
                    + " focusedBorderColor: #1a2129; focusColor: #e0b4b1; margin: 8,14,8,14";

    /** Closing the window of a session that is over ends nothing any more. */
    private static final String QUIET = "margin: 8,14,8,14";

    private final JLabel company = Look.label("company", 1.25f, Font.BOLD, Look.TEXT);
    private final JLabel technician = Look.label("technician", 1f, Font.PLAIN, Look.TEXT);
    private final JLabel ticket = Look.label("ticket", 1f, Font.PLAIN, Look.MUTED);
    /** Never cut off: who compares them needs every one. */
    private final WrappedText words = new WrappedText("words", Look.MUTED);

    private final JButton end = new JButton();
    private Color accent = Look.ACCENT;
    private boolean over;

    /** Ending does not wait for the release, which a window manager may take away; the release then means nothing more. */
    private boolean endedByPress;

    /** @param onEnd called when the button is pressed, before anything else happens */
    HeaderPanel(Runnable onEnd) {
        super(new BorderLayout(3 * Look.SPACE, 0));
        setBackground(Look.RAISED);
        setBorder(BorderFactory.createEmptyBorder(4 * Look.SPACE, 4 * Look.SPACE, 3 * Look.SPACE, 4 * Look.SPACE));
        JPanel lines = new JPanel();
        lines.setOpaque(false);
        lines.setLayout(new BoxLayout(lines, BoxLayout.Y_AXIS));
        lines.add(company);
        lines.add(Box.createVerticalStrut(Look.SPACE));
        lines.add(technician);
        lines.add(ticket);
        add(lines, BorderLayout.CENTER);
        add(words, BorderLayout.SOUTH);
        end.setName("end");
        Plain.actsOnFirstClick(end);
        end.putClientProperty(STYLE, RED);
        Look.resize(end, 1f, Font.BOLD);
        end.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent press) {
                endedByPress = !over;
                if (endedByPress) {
                    onEnd.run();
                }
            }
        });
        end.addActionListener(pressed -> {
            if (!endedByPress) {
                onEnd.run();
            }
            endedByPress = false;
        });
        JPanel right = new JPanel(new BorderLayout());
        right.setOpaque(false);
        right.add(end, BorderLayout.NORTH);
        add(right, BorderLayout.EAST);
    }

    void takeKeyboard() {
        end.requestFocusInWindow();
    }

    void show(SessionView view, Texts texts) {
        accent = Look.accent(view.brand());
        company.setText(view.company().isEmpty() ? texts.text("window.title.plain") : view.company());
        technician.setText(view.card().map(HeaderPanel::technician).orElse(" "));
        ticket.setText(view.card()
                .map(card -> texts.text("header.ticket", card.ticketNumber(), card.ticketSubject()))
                .orElse(" "));
        for (JLabel line : new JLabel[] {company, technician, ticket}) { // long ones end in dots
            line.setToolTipText(line.getText().isBlank() ? null : Plain.tooltip(line.getText()));
        }
        showWords(view, texts);
        over = view.phase() == SessionView.Phase.OVER;
        end.putClientProperty(STYLE, over ? QUIET : RED);
        end.setText(texts.text(over ? "close.button" : "end.button"));
        end.setMnemonic(texts.mnemonic(over ? "close.mnemonic" : "end.mnemonic"));
        end.setToolTipText(over ? null : texts.text("end.tooltip"));
        end.getAccessibleContext().setAccessibleName(texts.text(over ? "close.button" : "end.accessible"));
        repaint();
    }

    /** SESSION-FLOW 5: the same words at both ends say that nobody is in between. */
    private void showWords(SessionView view, Texts texts) {
        boolean several = view.words().size() > 1;
        String spoken = view.words().stream()
                .map(each -> (several ? each.technician() + ": " : "") + String.join(" ", each.words()))
                .collect(Collectors.joining("\n", several ? "\n" : "", ""));
        words.setText(texts.text("header.words", spoken));
        words.setVisible(!view.words().isEmpty());
        words.setToolTipText(Plain.tooltip(texts.text("header.words.explained", spoken)));
        words.getAccessibleContext().setAccessibleDescription(texts.text("header.words.explained", spoken));
    }

    private static String technician(SessionCard card) {
        String department = card.technicianDepartment();
        return department == null || department.isBlank()
                ? card.technician()
                : card.technician() + " \u00b7 " + department;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        graphics.setColor(accent);
        graphics.fillRect(0, 0, getWidth(), Look.SPACE);
    }
}
