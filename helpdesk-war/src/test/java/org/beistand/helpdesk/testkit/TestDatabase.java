package org.beistand.helpdesk.testkit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.beistand.helpdesk.identity.entity.Company;
import org.beistand.helpdesk.identity.entity.CompanySlug;
import org.beistand.helpdesk.platform.persistence.DatabaseSettings;
import org.beistand.helpdesk.platform.persistence.HelpdeskDataSource;
import org.beistand.helpdesk.platform.persistence.Migrations;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.jspecify.annotations.Nullable;

/** The helpdesk's schema on one database, reached through Hibernate with the application's own settings. */
public final class TestDatabase {

    private static final Map<DatabaseKind, TestDatabase> OPEN = new EnumMap<>(DatabaseKind.class);

    private final DatabaseKind kind;
    private final DataSource dataSource;
    private final EntityManagerFactory factory;

    private TestDatabase(DatabaseKind kind) {
        this(
                kind,
                switch (kind) {
                    case H2 -> DatabaseSettings.h2Memory("test");
                    case POSTGRESQL -> new DatabaseSettings(PostgreSqlServer.newDatabase(), "", "");
                });
    }

    private TestDatabase(DatabaseKind kind, DatabaseSettings settings) {
        this(kind, new HelpdeskDataSource(settings));
    }

    private TestDatabase(DatabaseKind kind, DataSource dataSource) {
        this.kind = kind;
        this.dataSource = dataSource;
        Migrations.migrate(dataSource);
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.provider", HibernatePersistenceProvider.class.getName());
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.jtaDataSource", dataSource);
        settings.put("jakarta.persistence.nonJtaDataSource", dataSource);
        settings.put("hibernate.transaction.jta.platform", NoJtaPlatform.class.getName());
        settings.put("jakarta.persistence.validation.mode", "none");
        this.factory = java.util.Objects.requireNonNull(
                new HibernatePersistenceProvider().createEntityManagerFactory("helpdesk", settings));
    }

    /** Some other database than the shared one, through connections that are kept, as the server keeps them. */
    public static TestDatabase at(DatabaseKind kind, DatabaseSettings settings) {
        return new TestDatabase(kind, new KeptConnections(new HelpdeskDataSource(settings)));
    }

    static synchronized TestDatabase of(DatabaseKind kind) {
        return OPEN.computeIfAbsent(kind, TestDatabase::new);
    }

    public DatabaseKind kind() {
        return kind;
    }

    /** For plain SQL: what is really in the tables. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** A new company of its own for this test. */
    public UUID newCompany() {
        String slug = "t" + UUID.randomUUID().toString().substring(0, 12);
        var company = new Company(new CompanySlug(slug), "Test company " + slug, Locale.ENGLISH, TestClock.START);
        return CurrentCompany.forInstallation(() -> {
            transaction(entities -> entities.persist(company));
            return company.id();
        });
    }

    /** One transaction for that company. Rolls back when {@code work} throws. */
    public <T extends @Nullable Object> T in(UUID company, Function<EntityManager, T> work) {
        return CurrentCompany.<T, RuntimeException>call(company, () -> committed(work));
    }

    /** As {@link #in}, without a result. */
    public void run(UUID company, Consumer<EntityManager> work) {
        CurrentCompany.run(company, () -> transaction(work));
    }

    /** One transaction for whatever company this thread has said. */
    public void transaction(Consumer<EntityManager> work) {
        committed(entities -> {
            work.accept(entities);
            return Boolean.TRUE;
        });
    }

    /** One transaction for whatever company this thread has said, with a result. */
    public <T extends @Nullable Object> T committed(Function<EntityManager, T> work) {
        try (EntityManager entities = factory.createEntityManager()) {
            var transaction = entities.getTransaction();
            transaction.begin();
            try {
                T result = work.apply(entities);
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }
}
