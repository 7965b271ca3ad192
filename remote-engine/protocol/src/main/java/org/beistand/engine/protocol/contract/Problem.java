package org.beistand.engine.protocol.contract;

import static java.util.Objects.requireNonNull;

import org.beistand.engine.protocol.Status;
import org.jspecify.annotations.Nullable;

/**
 * Body of every error of the contract, {@code application/problem+json} (RFC 9457).
 *
 * @param type URI of the kind of problem, {@code about:blank} where the HTTP status says all
 * @param title short, English, for logs
 * @param status HTTP status code
 * @param detail more for logs
 * @param code row of the status table; absent where the table has none
 */
public record Problem(
        String type,
        @Nullable String title,
        int status,
        @Nullable String detail,
        @Nullable Status code) {

    public Problem {
        requireNonNull(type, "type");
    }

    /** The problem of this row of the status table. */
    public static Problem of(Status code, String detail) {
        return new Problem("about:blank", code.name(), code.http(), detail, code);
    }
}
