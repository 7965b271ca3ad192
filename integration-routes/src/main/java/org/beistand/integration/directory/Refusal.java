package org.beistand.integration.directory;

/** A question that was not answered, with the reason. Never leaves this package. */
final class Refusal extends RuntimeException {

    private final transient Fault fault;

    Refusal(Fault.Kind kind, String detail) {
        super(kind + ": " + detail, null, false, false);
        this.fault = new Fault(kind, detail);
    }

    Fault fault() {
        return fault;
    }

    /** Whether the next server may do better: it is not about us, but about this one. */
    boolean isAboutTheServer() {
        return switch (fault.kind()) {
            case NAME_UNKNOWN, NOT_PERMITTED, UNREACHABLE, SILENT, NO_START_TLS, CHAIN, HOST_NAME, TLS, BROKEN -> true;
            case AUTHORITY,
                    SIGNING,
                    CREDENTIALS,
                    BASE,
                    FILTER,
                    GROUP,
                    RIGHTS,
                    ATTRIBUTE,
                    AMBIGUOUS,
                    OCCUPIED,
                    TRUNCATED -> false;
        };
    }
}
