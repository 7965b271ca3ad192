package org.beistand.engine.protocol.contract;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Answer of {@code POST relays}.
 *
 * @param grantIssuer what a grant's claim {@code iss} must be
 * @param keys keys that grants are checked with
 * @param heartbeatSeconds how often the helpdesk wants to hear from the relay
 * @param allowedOrigins origins of browsers that may connect, e.g. {@code https://help.example.org}
 */
public record RelayAdmission(String grantIssuer, KeySet keys, int heartbeatSeconds, List<String> allowedOrigins) {

    public RelayAdmission {
        requireNonNull(grantIssuer, "grantIssuer");
        requireNonNull(keys, "keys");
        allowedOrigins = List.copyOf(requireNonNull(allowedOrigins, "allowedOrigins"));
    }
}
