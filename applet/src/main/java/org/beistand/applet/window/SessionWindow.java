package org.beistand.applet.window;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsConfiguration;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import org.beistand.applet.session.CustomerActions;
import org.beistand.applet.session.SessionDisplay;
import org.beistand.applet.session.SessionView;
import org.beistand.engine.protocol.grant.Permission;

/**
 * The one window. Shows the latest view and reports clicks. Closing it ends the session without a further question: who
 * wants out, gets out. It stays on top only while somebody else controls the pointer.
 */
public final class SessionWindow implements SessionDisplay {

    private static final Dimension SIZE = new Dimension(440, 600);
    private static final Dimension LEAST = new Dimension(360, 420);

    private final JFrame frame = new JFrame();
    private final OwnGround ground = new OwnGround();
    private final Actions actions = new Actions();
    private final HeaderPanel header;
    private final StateBar state = new StateBar();
    private final WrappedText problem = new WrappedText("problem", Look.WARNING);
    private final JPanel problemPanel = new JPanel(new BorderLayout());
    private final QuestionPanel question;
    private final AllowedPanel allowed;
    private final PeoplePanel people;
    private final FilesPanel files;
    private final ChatPanel chat;
    private final OverPanel over = new OverPanel();
    private final CardLayout pages = new CardLayout();
    private final JPanel page = new JPanel(pages);
    private final Runnable onClose;
    private volatile SessionView latest = SessionView.starting();
    private volatile Texts texts;
    private Optional<String> asked = Optional.empty();
    private boolean shownOver;

    private SessionWindow(Clock clock, Runnable onClose) {
        this.onClose = onClose;
        this.texts = Texts.in(Locale.getDefault());
        this.header = new HeaderPanel(this::endOrClose);
        this.chat = new ChatPanel(actions);
        this.question = new QuestionPanel(actions, clock, this::placeKeyboard);
        this.allowed = new AllowedPanel(actions);
        this.people = new PeoplePanel(actions);
        this.files = new FilesPanel(actions);
        build();
    }

    /**
     * Opens the window. Call on Swing's thread.
     *
     * @param onClose called on Swing's thread when the customer closes it, after the session was ended
     */
    public static SessionWindow open(Clock clock, Runnable onClose) {
        Look.install();
        SessionWindow window = new SessionWindow(clock, onClose);
        window.frame.setVisible(true);
        return window;
    }

    /** Clicks go there from now on. */
    public void connect(CustomerActions session) {
        actions.target = Optional.of(session);
    }

    private void build() {
        problemPanel.setBackground(Look.WARNING_SOFT);
        problemPanel.setBorder(
                BorderFactory.createEmptyBorder(2 * Look.SPACE, 4 * Look.SPACE, 2 * Look.SPACE, 4 * Look.SPACE));
        problemPanel.add(problem);
        problemPanel.setVisible(false);
        JPanel top = new JPanel();
        top.setLayout(new BoxLayout(top, BoxLayout.Y_AXIS));
        for (JPanel part : new JPanel[] {header, state, problemPanel, people, allowed, files, question}) {
            part.setAlignmentX(0);
            top.add(part);
        }
        page.add(chat, "chat");
        page.add(over, "over");
        frame.setLayout(new BorderLayout());
        frame.add(top, BorderLayout.NORTH);
        frame.add(page, BorderLayout.CENTER);
        frame.getContentPane().setBackground(Look.SURFACE);
        frame.setMinimumSize(LEAST);
        frame.setSize(SIZE);
        frame.setAutoRequestFocus(false);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        WindowAdapter listener = new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent closing) {
                close();
            }

            @Override
            public void windowGainedFocus(WindowEvent gained) {
                placeKeyboard();
            }
        };
        frame.addWindowListener(listener);
        frame.addWindowFocusListener(listener);
        placeAtTheRight();
        frame.setIconImages(Icons.all());
        render();
    }

    /** Into the chat, wherever it was before: Space must neither end the session nor answer a question unasked. */
    private void placeKeyboard() {
        if (latest.phase() == SessionView.Phase.OVER) {
            header.takeKeyboard();
        } else {
            chat.takeKeyboard();
        }
    }

    /** At the right edge, where it hides least of what is being talked about. */
    private void placeAtTheRight() {
        GraphicsConfiguration screen = frame.getGraphicsConfiguration();
        Rectangle bounds = screen.getBounds();
        Insets taken = Toolkit.getDefaultToolkit().getScreenInsets(screen);
        int margin = 6 * Look.SPACE;
        frame.setLocation(
                bounds.x + bounds.width - taken.right - frame.getWidth() - margin, bounds.y + taken.top + 2 * margin);
    }

    private void endOrClose() {
        if (latest.phase() == SessionView.Phase.OVER) {
            close();
        } else {
            actions.end();
        }
    }

    private void close() {
        actions.end();
        frame.setVisible(false);
        frame.dispose();
        onClose.run();
    }

    @Override
    public boolean covers(int x, int y) {
        return ground.covers(x, y);
    }

    @Override
    public boolean hasKeyboard() {
        return ground.hasKeyboard();
    }

    @Override
    public void language(Locale locale) {
        texts = Texts.in(locale);
    }

    @Override
    public void show(SessionView view) {
        latest = view;
        SwingUtilities.invokeLater(this::render);
    }

    private void render() {
        SessionView view = latest;
        Texts language = texts;
        boolean isOver = view.phase() == SessionView.Phase.OVER;
        frame.setTitle(
                view.company().isEmpty()
                        ? language.text("window.title.plain")
                        : language.text("window.title", view.company()));
        header.show(view, language);
        state.show(view, language);
        problemPanel.setVisible(view.captureProblem().isPresent() && !isOver);
        view.captureProblem().ifPresent(reason -> problem.setText(language.text(reason)));
        allowed.show(view.allowed(), language);
        question.show(view.question(), language);
        files.show(view.files().rows(), language);
        boolean canWrite = view.phase() != SessionView.Phase.CONNECTING && !isOver;
        chat.show(view.lines(), canWrite, view.files().welcome(), language);
        over.show(view, language);
        pages.show(page, isOver && view.ending().isPresent() ? "over" : "chat");
        if (isOver && !shownOver) {
            placeKeyboard();
        }
        shownOver = isOver;
        frame.setAlwaysOnTop(isControlled(view));
        noticeQuestion(view);
        if (people.show(
                view.technicians(), StateBar.allowed(view, Permission.CONTROL).isPresent(), language)) {
            comeForward();
        }
        frame.revalidate();
    }

    private static boolean isControlled(SessionView view) {
        return view.phase() == SessionView.Phase.TOGETHER
                && StateBar.allowed(view, Permission.CONTROL).isPresent();
    }

    /** A new question brings the window to the front, without taking the keyboard from what the customer is doing. */
    private void noticeQuestion(SessionView view) {
        Optional<String> asks = view.question().map(open -> open.requestId());
        if (asks.isPresent() && !asks.equals(asked)) {
            comeForward();
        }
        asked = asks;
    }

    private void comeForward() {
        frame.setExtendedState(frame.getExtendedState() & ~Frame.ICONIFIED);
        frame.toFront();
    }

    /** Clicks before the session is there lead nowhere. */
    private static final class Actions implements CustomerActions {
        private volatile Optional<CustomerActions> target = Optional.empty();

        @Override
        public void decide(String requestId, boolean allow) {
            target.ifPresent(session -> session.decide(requestId, allow));
        }

        @Override
        public void withdraw(Permission permission) {
            target.ifPresent(session -> session.withdraw(permission));
        }

        @Override
        public void remove(String subject) {
            target.ifPresent(session -> session.remove(subject));
        }

        @Override
        public void say(String text) {
            target.ifPresent(session -> session.say(text));
        }

        @Override
        public void give(List<Path> chosen) {
            target.ifPresent(session -> session.give(chosen));
        }

        @Override
        public void stopFile(UUID id) {
            target.ifPresent(session -> session.stopFile(id));
        }

        @Override
        public void end() {
            target.ifPresent(CustomerActions::end);
        }
    }
}
