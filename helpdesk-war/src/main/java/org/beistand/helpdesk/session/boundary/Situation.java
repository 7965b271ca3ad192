package org.beistand.helpdesk.session.boundary;

/** How a session stands, as a key of the session's bundle. */
final class Situation {

    private Situation() {}

    static String key(SessionView session) {
        return switch (session.state()) {
            case "REQUESTED" -> "state.requested";
            case "WAITING" -> waiting(session);
            case "ACTIVE" -> "state.active";
            default -> "state.ended";
        };
    }

    private static String waiting(SessionView session) {
        if (session.appletHere()) {
            return "state.waiting.here";
        }
        return session.termsAccepted() ? "state.waiting.starting" : "state.waiting.reading";
    }
}
