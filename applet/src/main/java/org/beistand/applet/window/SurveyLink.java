package org.beistand.applet.window;

import java.awt.Desktop;
import java.awt.Font;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.beistand.applet.session.SessionView;

/** Asks the customer of a session that took place how it was: in the browser, where there is room for words. */
final class SurveyLink extends JPanel {

    private static final Logger LOG = Logger.getLogger(SurveyLink.class.getName());

    /** Where the manifest's brand has the address; without it nobody is asked. */
    private static final String ADDRESS = "survey";

    private final WrappedText ask = new WrappedText("surveyask", Look.TEXT);
    private final JButton open = new JButton();
    /** For computers on which no browser can be opened from here: to be copied. */
    private final JTextField address = new JTextField();

    private Optional<URI> page = Optional.empty();
    private boolean tookPlace;

    SurveyLink() {
        setOpaque(false);
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        open.setName("survey");
        Plain.actsOnFirstClick(open);
        Look.resize(open, 1f, Font.BOLD);
        open.addActionListener(pressed -> page.ifPresent(this::browse));
        address.setName("surveyaddress");
        address.setEditable(false);
        address.setVisible(false);
        for (var part : new javax.swing.JComponent[] {ask, open, address}) {
            part.setAlignmentX(LEFT_ALIGNMENT);
            add(part);
            add(Box.createVerticalStrut(2 * Look.SPACE));
        }
        setVisible(false);
    }

    void show(SessionView view, Texts texts) {
        tookPlace |= view.phase() == SessionView.Phase.TOGETHER;
        page = Optional.of(view.brand().getOrDefault(ADDRESS, ""))
                .filter(text -> text.matches("https?://[\\x21-\\x7e]{1,2000}"))
                .map(URI::create);
        ask.setText(texts.text("survey.ask"));
        open.setText(texts.text("survey.button"));
        open.setMnemonic(texts.mnemonic("survey.mnemonic"));
        setVisible(tookPlace && page.isPresent() && view.phase() == SessionView.Phase.OVER);
    }

    /** Not on Swing's thread: some desktops take seconds to find a browser. */
    private void browse(URI there) {
        Thread.ofPlatform().daemon().name("survey").start(() -> {
            if (!opened(there)) {
                SwingUtilities.invokeLater(() -> {
                    address.setText(there.toString());
                    address.setVisible(true);
                    address.selectAll();
                    revalidate();
                });
            }
        });
    }

    private static boolean opened(URI there) {
        try {
            if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                return false;
            }
            Desktop.getDesktop().browse(there);
            return true;
        } catch (IOException | UnsupportedOperationException none) {
            LOG.log(Level.INFO, "no browser could be opened", none);
            return false;
        }
    }
}
