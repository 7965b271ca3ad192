package org.beistand.helpdesk.platform.persistence;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens connections to the database that the configuration names. The server creates it from
 * {@link HelpdeskDatabase} and pools what it opens.
 */
public final class HelpdeskDataSource implements DataSource {

    /** An unreachable database must be reported, not waited for. */
    private static final int CONNECT_SECONDS = 10;

    private final DataSource target;
    private final boolean isEmbedded;

    public HelpdeskDataSource() {
        this(DatabaseSettings.from(ConfigProvider.getConfig(HelpdeskDataSource.class.getClassLoader())));
    }

    public HelpdeskDataSource(DatabaseSettings settings) {
        isEmbedded = !settings.isPostgreSql();
        target = isEmbedded ? h2(settings) : postgreSql(settings);
    }

    private static DataSource postgreSql(DatabaseSettings settings) {
        var source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        if (!settings.user().isEmpty()) {
            source.setUser(settings.user());
        }
        if (!settings.password().isEmpty()) {
            source.setPassword(settings.password());
        }
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setApplicationName("beistand");
        return source;
    }

    private static DataSource h2(DatabaseSettings settings) {
        var source = new JdbcDataSource();
        source.setURL(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        return source;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return isEmbedded ? CommitToDisk.of(target.getConnection()) : target.getConnection();
    }

    /** The server passes its own idea of user and password; ours come from the configuration. */
    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        target.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return target.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(target) ? type.cast(target) : target.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(target) || target.isWrapperFor(type);
    }
}
