package org.beistand.applet.window;

import java.awt.BorderLayout;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.beistand.applet.session.CustomerActions;
import org.beistand.applet.session.SessionView.Person;

/**
 * Who is here, when it is more than one: each by name, who steers, and a button that sends them away. Somebody who has
 * just come is told by a word of its own, for as long as nothing else changes.
 */
final class PeoplePanel extends JPanel {

    private final CustomerActions actions;
    private final WrappedText news = new WrappedText("people-news", Look.TEXT);
    private final JPanel rows = new JPanel();
    private List<Person> shown = List.of();
    private boolean controlledShown;
    private Texts language = Texts.in(Locale.ROOT);

    PeoplePanel(CustomerActions actions) {
        this.actions = actions;
        setName("people");
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setBackground(Look.ACCENT_SOFT);
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 0, 1, 0, Look.BORDER),
                BorderFactory.createEmptyBorder(2 * Look.SPACE, 4 * Look.SPACE, 2 * Look.SPACE, 4 * Look.SPACE)));
        Look.resize(news, 1f, Font.BOLD);
        news.setAlignmentX(LEFT_ALIGNMENT);
        rows.setAlignmentX(LEFT_ALIGNMENT);
        rows.setOpaque(false);
        rows.setLayout(new BoxLayout(rows, BoxLayout.Y_AXIS));
        add(news);
        add(rows);
        setVisible(false);
    }

    /**
     * @param controlled whether control is allowed at all
     * @return whether somebody has joined the others since the last time
     */
    boolean show(List<Person> people, boolean controlled, Texts texts) {
        boolean same = people.equals(shown)
                && controlled == controlledShown
                && texts.locale().equals(language.locale());
        if (same) {
            return false; // a button must not vanish under the pointer because somebody wrote a line
        }
        boolean joined = announce(people, texts);
        shown = people;
        controlledShown = controlled;
        language = texts;
        rows.removeAll();
        for (Person person : people) {
            rows.add(Box.createVerticalStrut(Look.SPACE));
            rows.add(row(person, controlled, texts));
        }
        setVisible(people.size() > 1);
        revalidate();
        repaint();
        return joined;
    }

    private boolean announce(List<Person> people, Texts texts) {
        Set<String> known = shown.stream().map(Person::subject).collect(Collectors.toSet());
        List<String> fresh = people.stream()
                .filter(person -> !known.contains(person.subject()))
                .map(Person::name)
                .toList();
        boolean joined = !shown.isEmpty() && !fresh.isEmpty();
        if (joined) {
            news.setText(texts.text(fresh.size() == 1 ? "people.joined" : "people.joined.several", texts.names(fresh)));
        } else {
            news.setText(texts.text("people.here"));
        }
        return joined;
    }

    private JPanel row(Person person, boolean controlled, Texts texts) {
        JLabel label = Look.label("person", 1f, Font.PLAIN, Look.TEXT);
        label.setText(person.steers() && controlled ? texts.text("people.steers", person.name()) : person.name());
        label.setToolTipText(Plain.tooltip(label.getText()));
        JButton remove = new JButton(texts.text("people.remove"));
        remove.setName("remove-" + person.name());
        remove.setDefaultCapable(false);
        Plain.actsOnFirstClick(remove);
        remove.getAccessibleContext().setAccessibleName(texts.text("people.remove.accessible", person.name()));
        remove.setToolTipText(Plain.tooltip(texts.text("people.remove.accessible", person.name())));
        remove.addActionListener(pressed -> actions.remove(person.subject()));
        JPanel row = new JPanel(new BorderLayout(2 * Look.SPACE, 0));
        row.setOpaque(false);
        row.setAlignmentX(LEFT_ALIGNMENT);
        row.add(label, BorderLayout.CENTER);
        row.add(remove, BorderLayout.EAST);
        return row;
    }
}
