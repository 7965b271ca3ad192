package org.beistand.applet.window;

import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.beistand.applet.session.SessionView;

/** What remains when the session is over or could not begin: why, and that this computer is alone again. */
final class OverPanel extends JPanel {

    private final JLabel title = Look.label("overtitle", 1.3f, Font.BOLD, Look.TEXT);
    private final WrappedText reason = new WrappedText("overreason", Look.TEXT);
    private final WrappedText safe = new WrappedText("oversafe", Look.MUTED);

    private final SurveyLink survey = new SurveyLink();

    OverPanel() {
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setBackground(Look.SURFACE);
        setBorder(BorderFactory.createEmptyBorder(6 * Look.SPACE, 4 * Look.SPACE, 4 * Look.SPACE, 4 * Look.SPACE));
        for (JComponent part : new JComponent[] {title, reason, safe, survey}) {
            part.setAlignmentX(LEFT_ALIGNMENT);
            add(part);
            add(Box.createVerticalStrut(3 * Look.SPACE));
        }
        setVisible(false);
    }

    void show(SessionView view, Texts texts) {
        String key = view.ending().orElse("status.ok");
        title.setText(texts.text(key.startsWith("start.") ? "over.failed" : "over.title"));
        reason.setText(texts.text(key));
        safe.setText(texts.text("over.safe"));
        survey.show(view, texts);
    }
}
