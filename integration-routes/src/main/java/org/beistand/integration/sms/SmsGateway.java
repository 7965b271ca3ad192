package org.beistand.integration.sms;

import java.net.URI;
import java.util.Map;
import org.beistand.integration.Authorities;

/** How a company sends text messages. No variant shows its secrets in {@code toString}. */
public sealed interface SmsGateway {

    /**
     * A short message centre.
     *
     * @param source the sender, a number or up to 11 letters; may be empty
     * @param authorities trusted beside those that Java knows
     */
    record Smpp(
            String host,
            int port,
            boolean tls,
            String systemId,
            String password,
            String source,
            Authorities authorities)
            implements SmsGateway {

        /** Of a company without authorities of its own. */
        public Smpp(String host, int port, boolean tls, String systemId, String password, String source) {
            this(host, port, tls, systemId, password, source, Authorities.NONE);
        }

        /** Whether they fit into the protocol's login: SMPP 3.4 has room for 15 characters and 8, in ASCII. */
        public static boolean isLogin(String systemId, String password) {
            return systemId.matches("\\p{ASCII}{0,15}") && password.matches("\\p{ASCII}{0,8}");
        }

        @Override
        public String toString() {
            return "Smpp[" + host + ":" + port + ", " + systemId + "]";
        }
    }

    /**
     * A provider's HTTP interface. In address, headers and body {@code {to}}, {@code {digits}}, {@code {text}}, {@code
     * {from}}, {@code {id}}, {@code {secret}} and {@code {report}} are replaced, each escaped for the place it stands in.
     *
     * @param accepted a text the answer must contain beside a status of 2xx, or empty
     * @param authorities trusted beside those that Java knows
     */
    record Web(
            String method,
            String address,
            Map<String, String> headers,
            String body,
            String accepted,
            String source,
            String secret,
            Authorities authorities)
            implements SmsGateway {

        /** Of a company without authorities of its own. */
        public Web(
                String method,
                String address,
                Map<String, String> headers,
                String body,
                String accepted,
                String source,
                String secret) {
            this(method, address, headers, body, accepted, source, secret, Authorities.NONE);
        }

        private static final String REPORT = "{report}";

        public Web {
            headers = Map.copyOf(headers);
        }

        /** Whether the provider is told where to report what became of a message. */
        public boolean wantsReports() {
            return address.contains(REPORT)
                    || body.contains(REPORT)
                    || headers.values().stream().anyMatch(value -> value.contains(REPORT));
        }

        /** Whether a secret may be sent there: https, except to this machine. */
        public static boolean isAcceptable(String address) {
            try {
                URI read = URI.create(address.replaceAll("\\{[a-z]+}", "x"));
                boolean here = "http".equals(read.getScheme()) && "127.0.0.1".equals(read.getHost());
                // A placeholder in the host would let a message choose who gets the secret.
                String authority = address.replaceFirst("^[a-z]+://", "").replaceFirst("[/?#].*", "");
                return read.getHost() != null
                        && read.getRawUserInfo() == null
                        && !authority.contains("{")
                        && ("https".equals(read.getScheme()) || here);
            } catch (IllegalArgumentException noAddress) {
                return false;
            }
        }

        @Override
        public String toString() {
            return "Web[" + method + "]";
        }
    }
}
