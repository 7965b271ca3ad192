package org.beistand.helpdesk.testkit;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.beistand.helpdesk.outbox.boundary.Transactions;
import org.beistand.helpdesk.platform.tenancy.CurrentCompany;
import org.jspecify.annotations.Nullable;

/**
 * The application's beans over one database, without a container but with transactions and events: many threads may use
 * them at once, each transaction has a persistence context of its own, and what is fired reaches {@link #onEvent}.
 */
public final class House {

    private final TestDatabase database;
    private final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();
    private final Wiring wiring;
    private Consumer<Object> listener = event -> {};

    /** @param data the folder that settings call {@code beistand.data} */
    public House(TestDatabase database, Clock clock, String data) {
        this.database = database;
        this.wiring = Wiring.with(contextOfThread(), clock)
                .and(String.class, data)
                .and(Duration.class, Duration.ofMillis(20))
                .and(Integer.class, 4)
                .and(Optional.class, Optional.empty())
                .and(Event.class, events())
                .and(Transactions.class, new InThisHouse());
    }

    public <T> House and(Class<T> type, T bean) {
        wiring.and(type, bean);
        return this;
    }

    public <T> T get(Class<T> type) {
        return wiring.get(type);
    }

    public void onEvent(Consumer<Object> newListener) {
        listener = newListener;
    }

    /** One transaction for that company. */
    public <T> T in(UUID company, Supplier<T> work) {
        return CurrentCompany.<T, RuntimeException>call(company, () -> transaction(work));
    }

    /** One transaction for whatever company this thread has said. */
    public <T> T transaction(Supplier<T> work) {
        return database.committed(entities -> {
            EntityManager before = current.get();
            current.set(entities);
            try {
                return work.get();
            } finally {
                current.set(before);
            }
        });
    }

    private EntityManager contextOfThread() {
        return (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    EntityManager entities = current.get();
                    if (entities == null) {
                        throw new IllegalStateException("no transaction on this thread");
                    }
                    try {
                        return method.invoke(entities, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause() == null ? failed : failed.getCause();
                    }
                });
    }

    private Event<?> events() {
        return (Event<?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("fire") && arguments != null) {
                        listener.accept(arguments[0]);
                    }
                    return method.getName().equals("select") ? proxy : null;
                });
    }

    private final class InThisHouse extends Transactions {
        @Override
        public <T> T of(Supplier<T> work) {
            return transaction(work);
        }
    }
}
