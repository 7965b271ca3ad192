package org.beistand.helpdesk.platform.logging;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/** Gives our own loggers their one handler: key=value lines on standard output, whatever the server does with its own. */
@WebListener
public class LogSetUp implements ServletContextListener {

    private static final Logger OURS = Logger.getLogger("org.beistand");

    private final Handler lines = new FlushedLines();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        OURS.addHandler(lines);
        OURS.setUseParentHandlers(false);
        OURS.setLevel(Level.INFO);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        OURS.removeHandler(lines);
        OURS.setUseParentHandlers(true);
    }

    private static final class FlushedLines extends StreamHandler {

        FlushedLines() {
            super(new FileOutputStream(FileDescriptor.out), new KeyValueLines());
        }

        @Override
        public synchronized void publish(java.util.logging.LogRecord record) {
            super.publish(record);
            flush();
        }
    }
}
