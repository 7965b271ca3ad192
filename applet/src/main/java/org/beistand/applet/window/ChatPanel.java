package org.beistand.applet.window;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Font;
import java.awt.Insets;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.JTextPane;
import javax.swing.SwingUtilities;
import javax.swing.text.BadLocationException;
import javax.swing.text.SimpleAttributeSet;
import javax.swing.text.StyleConstants;
import javax.swing.text.StyledDocument;
import org.beistand.applet.chat.Line;
import org.beistand.applet.session.CustomerActions;
import org.beistand.engine.protocol.Limits;

/** The conversation and a line to write on. */
final class ChatPanel extends JPanel {

    private static final Logger LOG = Logger.getLogger(ChatPanel.class.getName());

    private final JTextPane history = new JTextPane();
    private final JTextField input = new JTextField();
    private final JButton send = new JButton();
    private final JButton give = new JButton();
    private final FileChoice choice = new FileChoice();
    private List<Line> shown = List.of();
    private Texts language = Texts.in(Locale.ROOT);
    private boolean isHint;

    ChatPanel(CustomerActions actions) {
        super(new BorderLayout(0, 2 * Look.SPACE));
        setBackground(Look.SURFACE);
        setBorder(BorderFactory.createEmptyBorder(3 * Look.SPACE, 4 * Look.SPACE, 4 * Look.SPACE, 4 * Look.SPACE));
        history.setName("history");
        history.setEditable(false);
        history.setBackground(Look.RAISED);
        history.setMargin(new Insets(2 * Look.SPACE, 2 * Look.SPACE, 2 * Look.SPACE, 2 * Look.SPACE));
        JScrollPane scroll = new JScrollPane(history);
        scroll.setBorder(BorderFactory.createLineBorder(Look.BORDER));
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        add(scroll, BorderLayout.CENTER);
        input.setName("message");
        input.addActionListener(entered -> say(actions));
        send.setName("send");
        send.setDefaultCapable(false);
        Plain.actsOnFirstClick(send);
        send.addActionListener(pressed -> say(actions));
        give.setName("give-file");
        give.setDefaultCapable(false);
        Plain.actsOnFirstClick(give);
        give.addActionListener(pressed -> choice.ask(SwingUtilities.getWindowAncestor(this), language, actions::give));
        JPanel buttons = new JPanel(new BorderLayout(2 * Look.SPACE, 0));
        buttons.setOpaque(false);
        buttons.add(give, BorderLayout.WEST);
        buttons.add(send, BorderLayout.CENTER);
        JPanel below = new JPanel(new BorderLayout(2 * Look.SPACE, 0));
        below.setOpaque(false);
        below.add(input, BorderLayout.CENTER);
        below.add(buttons, BorderLayout.EAST);
        add(below, BorderLayout.SOUTH);
    }

    private void say(CustomerActions actions) {
        String text = input.getText().strip();
        if (text.length() > Limits.CHAT_LINE_CHARACTERS) {
            input.setToolTipText(language.text("chat.too_long", Limits.CHAT_LINE_CHARACTERS));
            getToolkit().beep();
        } else if (!text.isEmpty()) {
            input.setToolTipText(null);
            actions.say(text);
            input.setText("");
        }
    }

    void takeKeyboard() {
        input.requestFocusInWindow();
    }

    /** @param canGive whether somebody is here who may have files */
    void show(List<Line> lines, boolean canWrite, boolean canGive, Texts texts) {
        boolean otherLanguage =
                !texts.locale().equals(language.locale()) || send.getText().isEmpty();
        language = texts;
        input.setEditable(canWrite); // not disabled: the keyboard would go on to some button
        send.setEnabled(canWrite);
        give.setVisible(canWrite && canGive);
        if (!canWrite) {
            choice.close();
        }
        if (otherLanguage) {
            send.setText(texts.text("chat.send"));
            send.setMnemonic(texts.mnemonic("chat.send.mnemonic"));
            give.setText(texts.text("files.give"));
            give.setMnemonic(texts.mnemonic("files.give.mnemonic"));
            give.setToolTipText(texts.text("files.give.tooltip"));
            input.putClientProperty("JTextField.placeholderText", texts.text("chat.input"));
            input.getAccessibleContext().setAccessibleName(texts.text("chat.input"));
            history.getAccessibleContext().setAccessibleName(texts.text("chat.history"));
        }
        if (!lines.equals(shown) || otherLanguage) {
            boolean continues = !otherLanguage
                    && !isHint
                    && lines.size() > shown.size()
                    && lines.subList(0, shown.size()).equals(shown);
            write(lines, continues ? shown.size() : 0);
            shown = lines;
        }
    }

    private void write(List<Line> lines, int from) {
        if (from == 0) {
            history.setText("");
        }
        isHint = lines.isEmpty();
        if (isHint) {
            append(language.text("chat.empty"), Look.MUTED, false, 1f);
        }
        for (Line line : lines.subList(from, lines.size())) {
            String author = line.fromCustomer() ? language.text("chat.you") : line.author();
            String gap = history.getDocument().getLength() == 0 ? "" : "\n\n";
            append(gap + author, line.fromCustomer() ? Look.MUTED : Look.ACCENT, true, 1f);
            append("  " + Texts.time(line.at()) + "\n", Look.MUTED, false, 0.9f);
            append(line.text(), Look.TEXT, false, 1f);
        }
        history.setCaretPosition(history.getDocument().getLength());
    }

    private void append(String text, Color colour, boolean bold, float size) {
        SimpleAttributeSet style = new SimpleAttributeSet();
        StyleConstants.setForeground(style, colour);
        StyleConstants.setBold(style, bold);
        Font font = history.getFont();
        StyleConstants.setFontSize(style, Math.round(font.getSize2D() * size));
        StyledDocument document = history.getStyledDocument();
        try {
            document.insertString(document.getLength(), text, style);
        } catch (BadLocationException impossible) {
            LOG.log(Level.SEVERE, "the end of the conversation is nowhere", impossible);
        }
    }
}
