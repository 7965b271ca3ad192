package org.beistand.applet.window;

import java.awt.Dialog.ModalityType;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.WindowConstants;
import javax.swing.filechooser.FileFilter;

/**
 * Asks the customer which files. The dialog is a window of ours: no technician's pointer or keyboard gets into it. It
 * locks nothing: the session can be ended, and what is allowed be taken back, while it is open.
 */
final class FileChoice {

    private static final Logger LOG = Logger.getLogger(FileChoice.class.getName());

    private Optional<JDialog> open = Optional.empty();

    /** @param chosen hears of the files; of none, not */
    void ask(Window owner, Texts texts, Consumer<List<Path>> chosen) {
        if (open.isPresent()) {
            open.get().toFront();
            return;
        }
        JFileChooser chooser = new JFileChooser();
        chooser.setLocale(texts.locale());
        chooser.updateUI();
        chooser.setName("choose-files");
        chooser.setMultiSelectionEnabled(true);
        chooser.setAcceptAllFileFilterUsed(false); // its name has no German
        chooser.setFileFilter(new EveryFile(texts.text("files.choose.all")));
        chooser.setApproveButtonText(texts.text("files.choose.approve"));
        chooser.addActionListener(done -> {
            close();
            List<Path> files = Arrays.stream(chooser.getSelectedFiles())
                    .flatMap(FileChoice::path)
                    .toList();
            if (JFileChooser.APPROVE_SELECTION.equals(done.getActionCommand()) && !files.isEmpty()) {
                chosen.accept(files);
            }
        });
        JDialog dialog = new JDialog(owner, texts.text("files.choose"), ModalityType.MODELESS);
        dialog.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        dialog.addWindowListener(new Closing());
        dialog.add(chooser);
        dialog.pack();
        dialog.setLocationRelativeTo(owner);
        open = Optional.of(dialog);
        dialog.setVisible(true);
    }

    /** Nothing for a name that Java cannot say in this desktop's encoding. */
    private static Stream<Path> path(File file) {
        try {
            return Stream.of(file.toPath());
        } catch (InvalidPathException unnameable) {
            LOG.log(Level.WARNING, "a file cannot be named", unnameable);
            return Stream.empty();
        }
    }

    private static final class EveryFile extends FileFilter {
        private final String name;

        private EveryFile(String name) {
            this.name = name;
        }

        @Override
        public boolean accept(File file) {
            return true;
        }

        @Override
        public String getDescription() {
            return name;
        }
    }

    private final class Closing extends WindowAdapter {
        @Override
        public void windowClosing(WindowEvent closing) {
            close();
        }
    }

    void close() {
        open.ifPresent(JDialog::dispose);
        open = Optional.empty();
    }
}
