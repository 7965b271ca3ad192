package org.beistand.applet.window;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.beistand.applet.files.FileEnd;
import org.beistand.applet.files.FileRow;
import org.beistand.applet.session.CustomerActions;

/** What comes from technicians and what the customer offers them, each with a button that stops it. */
final class FilesPanel extends JPanel {

    private static final int HIGHEST = 170;

    private final CustomerActions actions;
    private final JPanel rows = new JPanel();
    private final JScrollPane scroll = new JScrollPane(rows);
    private final Map<UUID, Row> known = new LinkedHashMap<>();

    /** One file: its parts stay while its sentence changes, so that no button vanishes under the pointer. */
    private record Row(JPanel panel, WrappedText sentence, JButton stop) {}

    FilesPanel(CustomerActions actions) {
        super(new BorderLayout());
        this.actions = actions;
        setName("files");
        rows.setLayout(new BoxLayout(rows, BoxLayout.Y_AXIS));
        rows.setBackground(Look.RAISED);
        rows.setBorder(BorderFactory.createEmptyBorder(2 * Look.SPACE, 4 * Look.SPACE, 2 * Look.SPACE, 4 * Look.SPACE));
        scroll.setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, Look.BORDER));
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        add(scroll, BorderLayout.CENTER);
        setVisible(false);
    }

    /** As high as what it shows, up to a limit. */
    @Override
    public Dimension getPreferredSize() {
        Dimension whole = rows.getPreferredSize();
        return new Dimension(whole.width, Math.min(HIGHEST, whole.height + 1));
    }

    @Override
    public Dimension getMaximumSize() {
        return new Dimension(Integer.MAX_VALUE, getPreferredSize().height);
    }

    void show(List<FileRow> files, Texts texts) {
        List<UUID> ids = files.stream().map(FileRow::id).toList();
        if (!List.copyOf(known.keySet()).equals(ids)) {
            known.keySet().retainAll(ids);
            Map<UUID, Row> before = Map.copyOf(known);
            known.clear();
            rows.removeAll();
            for (FileRow file : files) {
                Row row = before.getOrDefault(file.id(), row(file));
                known.put(file.id(), row);
                rows.add(row.panel());
                rows.add(Box.createVerticalStrut(Look.SPACE));
            }
        }
        files.forEach(file -> Optional.ofNullable(known.get(file.id())).ifPresent(row -> update(row, file, texts)));
        setVisible(!files.isEmpty());
        revalidate();
        repaint();
    }

    private Row row(FileRow file) {
        WrappedText sentence = new WrappedText("file", Look.TEXT);
        JButton stop = new JButton();
        stop.setName("stop-file");
        stop.setDefaultCapable(false);
        Plain.actsOnFirstClick(stop);
        stop.addActionListener(pressed -> actions.stopFile(file.id()));
        JPanel aside = new JPanel(new BorderLayout());
        aside.setOpaque(false);
        aside.add(stop, BorderLayout.NORTH);
        JPanel panel = new JPanel(new BorderLayout(2 * Look.SPACE, 0));
        panel.setOpaque(false);
        panel.setAlignmentX(LEFT_ALIGNMENT);
        panel.add(sentence, BorderLayout.CENTER);
        panel.add(aside, BorderLayout.EAST);
        return new Row(panel, sentence, stop);
    }

    private static void update(Row row, FileRow file, Texts texts) {
        String name = file.place().map(Path::getFileName).map(Path::toString).orElse(file.name());
        String folder = file.place()
                .map(Path::getParent)
                .map(Path::getFileName)
                .map(Path::toString)
                .orElse("");
        String sentence = texts.text(
                key(file), file.technician(), name, texts.size(file.moved()), texts.size(file.bytes()), folder);
        row.panel()
                .setToolTipText(
                        file.place().map(Path::toString).map(Plain::tooltip).orElse(null));
        if (!sentence.equals(row.sentence().getText())) {
            row.sentence().setText(sentence);
            row.sentence().setForeground(isFailure(file) ? Look.DANGER : Look.TEXT);
        }
        String stop = texts.text(file.incoming() ? "files.cancel" : "files.take_back");
        row.stop().setText(stop);
        row.stop().setVisible(!file.isOver());
        row.stop().getAccessibleContext().setAccessibleName(stop + ": " + file.name());
    }

    private static boolean isFailure(FileRow file) {
        return file.end()
                .filter(end -> end != FileEnd.TAKEN && end != FileEnd.CANCELLED)
                .isPresent();
    }

    private static String key(FileRow file) {
        String way = file.incoming() ? "files.in." : "files.out.";
        return way
                + file.end()
                        .map(end -> end.name().toLowerCase(Locale.ROOT))
                        .orElse(file.isUnderWay() ? "moving" : "offered");
    }
}
