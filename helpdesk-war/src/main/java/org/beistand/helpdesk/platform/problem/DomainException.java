package org.beistand.helpdesk.platform.problem;

import java.util.List;

/**
 * A broken rule of the domain. Each rule has its own subclass beside its aggregate, which names the rule once: REST
 * turns it into {@code application/problem+json}, pages into a text.
 */
public abstract class DomainException extends RuntimeException {

    private final transient Rule rule;

    /** @param message for the log, in English, without secrets */
    protected DomainException(Rule rule, String message) {
        super(message);
        this.rule = rule;
    }

    public Rule rule() {
        return rule;
    }

    /**
     * How a broken rule is named.
     *
     * @param type kebab-case name, stable for programs, e.g. {@code login-failed}
     * @param status what went wrong, as an HTTP status
     * @param textKey key in {@code bundle}
     * @param bundle the component's bundle, e.g. {@code org.beistand.helpdesk.identity.messages}
     * @param arguments for the text's placeholders
     */
    public record Rule(String type, Status status, String bundle, String textKey, List<Object> arguments) {

        public static Rule of(String type, Status status, String bundle, String textKey, Object... arguments) {
            return new Rule(type, status, bundle, textKey, List.of(arguments));
        }
    }

    /** The kinds of refusal, each with the HTTP status that says it. */
    public enum Status {
        INVALID(422),
        BAD_REQUEST(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        GONE(410),
        TOO_LARGE(413),
        TOO_MANY(429),
        UNAVAILABLE(503),
        STORAGE_FULL(507);

        private final int http;

        Status(int http) {
            this.http = http;
        }

        public int http() {
            return http;
        }
    }
}
