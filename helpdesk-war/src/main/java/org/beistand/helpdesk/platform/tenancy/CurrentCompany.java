package org.beistand.helpdesk.platform.tenancy;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose data this thread works on.
 *
 * <p>The web filters set it for a request; background work says it with {@link #run} or {@link #call}. It must be set
 * <em>before</em> the transaction begins, because a persistence context keeps the company it was opened for. A thread
 * that never said whose data it wants gets an exception instead of data.
 */
public final class CurrentCompany {

    private static final ThreadLocal<@Nullable Scope> CURRENT = new ThreadLocal<>();

    private CurrentCompany() {}

    /** The company, or empty when this thread works for none or for the installation as a whole. */
    public static Optional<UUID> id() {
        return scope() instanceof OneCompany(UUID id) ? Optional.of(id) : Optional.empty();
    }

    /** @throws NoCompanyException when this thread works for no company */
    public static UUID require() {
        return id().orElseThrow(NoCompanyException::new);
    }

    /** Runs {@code work} for that company and afterwards restores what was. */
    public static void run(UUID companyId, Runnable work) {
        within(new OneCompany(companyId), () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** As {@link #run}, for work with a result or a checked exception. */
    public static <T extends @Nullable Object, X extends Exception> T call(UUID companyId, Work<T, X> work) throws X {
        return within(new OneCompany(companyId), work);
    }

    /**
     * Work on the installation-wide tables: companies, the login index, the token index, relays. Every statement that
     * touches a company's own rows is refused in here.
     */
    public static <T extends @Nullable Object> T forInstallation(Supplier<T> work) {
        return within(new Installation(), work::get);
    }

    static @Nullable Scope scope() {
        return CURRENT.get();
    }

    private static <T extends @Nullable Object, X extends Exception> T within(Scope scope, Work<T, X> work) throws X {
        Scope before = CURRENT.get();
        CURRENT.set(scope);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** Work that may fail with {@code X}. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object, X extends Exception> {
        T get() throws X;
    }

    sealed interface Scope {}

    record OneCompany(UUID id) implements Scope {}

    record Installation() implements Scope {}
}
