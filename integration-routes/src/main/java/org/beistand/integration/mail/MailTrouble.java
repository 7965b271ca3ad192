package org.beistand.integration.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beistand.integration.Outcome;
import org.beistand.integration.Reach;
import org.beistand.integration.TlsTrouble;

/**
 * What a failure means. SMTP says it by the first digit of its answer: 4 for later, 5 for never; a server that refuses us
 * altogether, or is not there, is in trouble for everybody.
 */
final class MailTrouble {

    private static final Pattern REPLY = Pattern.compile("(?s)^(?:\\[[A-Z]+\\] )?([45]\\d\\d)[ -](.*)");

    /** What the library makes of a server that refuses everybody before a word was said. */
    private static final Pattern GREETING = Pattern.compile("(?s)Got bad greeting .*?, response: ([45]\\d\\d.*)");

    /** What the library says when there was nobody to greet. */
    private static final String NO_CONNECTION = "Couldn't connect ";

    private static final int MOST_CAUSES = 10;
    private static final int LONGEST = 300;

    private MailTrouble() {}

    static Outcome outcome(Throwable failed) {
        if (isEverybodys(failed)) {
            return new Outcome.Temporary(reason(failed), java.time.Duration.ZERO, true);
        }
        return reply(failed)
                .map(matched -> refused(matched.group(1), reason(failed)))
                .orElseGet(() -> new Outcome.Temporary(reason(failed)));
    }

    private static Outcome refused(String code, String reason) {
        // 421: the server closes; 530, 534, 535, 538: it wants another login than ours.
        boolean whole = code.equals("421") || code.startsWith("53");
        if (code.startsWith("5") && !whole) {
            return new Outcome.Permanent(reason);
        }
        return new Outcome.Temporary(reason, java.time.Duration.ZERO, whole);
    }

    /** What fails, as a code, and after a colon the server's own words where it said some. */
    static String reason(Throwable failed) {
        return find(failed, Reach.NotPermitted.class)
                .map(cause -> "not-permitted: " + said(cause))
                .or(() -> find(failed, TokenRefused.class).map(cause -> "no-token: " + said(cause)))
                .or(() -> find(failed, UnknownHostException.class).map(cause -> "unknown-server"))
                .or(() -> find(failed, SocketTimeoutException.class).map(cause -> "no-answer"))
                .or(() -> find(failed, javax.net.ssl.SSLException.class).map(TlsTrouble::reason))
                .or(() ->
                        find(failed, AuthenticationFailedException.class).map(cause -> "login-refused: " + said(cause)))
                .or(() -> Optional.of(said(failed))
                        .filter(said -> said.contains("STARTTLS"))
                        .map(said -> "no-tls: " + said))
                .or(() -> find(failed, java.net.ConnectException.class).map(cause -> "unreachable"))
                .or(() -> greeting(failed).map(said -> "refused: " + shown(said)))
                .or(() -> reply(failed).map(matched -> "refused: " + shown(matched.group())))
                .orElseGet(() -> "broken: " + said(failed));
    }

    static boolean isLogin(Throwable failed) {
        return find(failed, AuthenticationFailedException.class).isPresent();
    }

    private static boolean isEverybodys(Throwable failed) {
        return find(failed, AuthenticationFailedException.class).isPresent()
                || find(failed, UnknownHostException.class).isPresent()
                || find(failed, java.net.ConnectException.class).isPresent()
                || neverConnected(failed)
                || find(failed, java.net.NoRouteToHostException.class).isPresent()
                || find(failed, javax.net.ssl.SSLException.class).isPresent()
                || find(failed, TokenRefused.class).isPresent()
                || find(failed, Reach.NotPermitted.class).isPresent()
                || greeting(failed).isPresent()
                || said(failed).contains("STARTTLS");
    }

    /** Also a firewall that drops what is sent, where Java speaks of a timeout as it does of a late answer. */
    private static boolean neverConnected(Throwable failed) {
        return causes(failed).stream()
                .map(Throwable::getMessage)
                .anyMatch(said -> String.valueOf(said).startsWith(NO_CONNECTION));
    }

    private static Optional<String> greeting(Throwable failed) {
        return causes(failed).stream()
                .map(each -> GREETING.matcher(String.valueOf(each.getMessage())))
                .filter(Matcher::matches)
                .map(matched -> matched.group(1))
                .findFirst();
    }

    /** The innermost answer of the server: the outer ones only say that sending failed. */
    private static Optional<Matcher> reply(Throwable failed) {
        Optional<Matcher> found = Optional.empty();
        for (Throwable each : causes(failed)) {
            Matcher matcher = REPLY.matcher(String.valueOf(each.getMessage()));
            if (matcher.matches()) {
                found = Optional.of(matcher);
            }
        }
        return found;
    }

    private static <T extends Throwable> Optional<T> find(Throwable failed, Class<T> kind) {
        return causes(failed).stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static java.util.List<Throwable> causes(Throwable failed) {
        var all = new java.util.ArrayList<Throwable>();
        var open = new java.util.ArrayDeque<Throwable>();
        open.add(failed);
        while (!open.isEmpty() && all.size() < MOST_CAUSES) {
            Throwable each = open.remove();
            all.add(each);
            if (each instanceof MessagingException mail && mail.getNextException() != null) {
                open.add(mail.getNextException());
            }
            if (each.getCause() != null && each.getCause() != each && !all.contains(each.getCause())) {
                open.add(each.getCause());
            }
        }
        return all;
    }

    private static String said(Throwable failed) {
        return shown(Optional.ofNullable(failed.getMessage())
                .orElse(failed.getClass().getSimpleName()));
    }

    private static String shown(String text) {
        String line = Lines.one(text);
        return line.substring(0, Math.min(line.length(), LONGEST));
    }
}
