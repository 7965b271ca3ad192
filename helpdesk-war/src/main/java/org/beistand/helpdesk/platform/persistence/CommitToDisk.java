package org.beistand.helpdesk.platform.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A connection to H2 whose commit returns when the change is in the file. H2 itself writes up to half a second later, and
 * a process that is killed meanwhile loses what people were told is stored. H2's own setting for that
 * ({@code WRITE_DELAY=0}) also stops the thread that keeps the file from growing, hence the checkpoint instead.
 */
final class CommitToDisk implements InvocationHandler {

    private final Connection target;

    private CommitToDisk(Connection target) {
        this.target = target;
    }

    static Connection of(Connection target) {
        return (Connection) Proxy.newProxyInstance(
                CommitToDisk.class.getClassLoader(), new Class<?>[] {Connection.class}, new CommitToDisk(target));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object result;
        try {
            result = method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
        if (method.getName().equals("commit")) {
            writeToDisk();
        }
        return result;
    }

    /** Does nothing when nothing was changed. */
    private void writeToDisk() throws SQLException {
        try (var statement = target.createStatement()) {
            statement.execute("checkpoint");
        }
    }
}
