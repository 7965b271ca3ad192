package org.beistand.applet.window;

import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JFileChooser;

/** Asks the customer which files. The dialog is a window of ours: no technician's pointer or keyboard gets into it. */
final class FileChoice {

    private FileChoice() {}

    /** @param chosen hears of the files; of none, not */
    static void of(Component parent, Texts texts, Consumer<List<Path>> chosen) {
        JFileChooser chooser = new JFileChooser();
        chooser.setLocale(texts.locale());
        chooser.updateUI();
        chooser.setName("choose-files");
        chooser.setMultiSelectionEnabled(true);
        chooser.setDialogTitle(texts.text("files.choose"));
        if (chooser.showDialog(parent, texts.text("files.choose.approve")) == JFileChooser.APPROVE_OPTION) {
            List<Path> files =
                    Arrays.stream(chooser.getSelectedFiles()).map(File::toPath).toList();
            if (!files.isEmpty()) {
                chosen.accept(files);
            }
        }
    }
}
