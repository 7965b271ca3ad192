package org.beistand.helpdesk.platform.web;

import org.jspecify.annotations.Nullable;

/** Where the request that this thread works on came from, for whoever writes down what it did. */
public final class RequestOrigin {

    private static final ThreadLocal<@Nullable String> ADDRESS = new ThreadLocal<>();

    private RequestOrigin() {}

    /** An IP address in text; empty for work that no request asked for. */
    public static String address() {
        String known = ADDRESS.get();
        return known == null ? "" : known;
    }

    /** Until {@link #forget}. */
    static void is(String address) {
        ADDRESS.set(address);
    }

    static void forget() {
        ADDRESS.remove();
    }
}
