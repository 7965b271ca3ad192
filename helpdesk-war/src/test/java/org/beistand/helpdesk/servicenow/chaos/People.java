package org.beistand.helpdesk.servicenow.chaos;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.beistand.helpdesk.testkit.Helpdesk;
import org.beistand.helpdesk.testkit.Visitor;
import org.beistand.servicenow.ServiceNowDouble;

/** Technicians of the demo company who write all day, each in tickets of their own, until their helpdesk is killed. */
final class People {

    private static final int HEADS = 6;
    private static final Pattern TICKET = Pattern.compile("\"number\":\"(INC-\\d+)\"");
    private static final Pattern SESSION = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final AtomicInteger answered = new AtomicInteger();
    private final Map<String, AtomicInteger> numbers = new ConcurrentHashMap<>();

    /** Tells the demo company where its ServiceNow is. */
    static void connect(Helpdesk helpdesk, ServiceNowDouble instance) {
        var admin = helpdesk.signedIn("claudia.brandt", Helpdesk.DEMO_PASSWORD);
        var answer = admin.json(
                "PUT",
                "/api/v1/integrations/servicenow",
                "{\"enabled\":true,\"inbound\":false,\"instance\":\"" + instance.base()
                        + "\",\"accessKind\":\"CLIENT\",\"userName\":\"" + ServiceNowDouble.USER + "\",\"clientId\":\""
                        + ServiceNowDouble.CLIENT_ID + "\",\"secret\":\"" + ServiceNowDouble.CLIENT_SECRET + "\"}",
                "X-CSRF-Token",
                admin.csrfToken());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    /** How many of their writes were answered well. */
    int answered() {
        return answered.get();
    }

    /** They work until so many writes were answered, or nobody answers any more. */
    List<Thread> work(Helpdesk helpdesk, int until) {
        var maria = helpdesk.signedIn("maria.lindner", Helpdesk.DEMO_PASSWORD);
        String csrf = maria.csrfToken();
        List<String> tickets = TICKET.matcher(
                        maria.get("/api/v1/tickets?limit=60").body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        return IntStream.range(0, HEADS)
                .mapToObj(head -> IntStream.range(0, tickets.size())
                        .filter(index -> index % HEADS == head)
                        .mapToObj(tickets::get)
                        .toList())
                .map(mine -> Thread.startVirtualThread(() -> write(maria, csrf, mine, until)))
                .toList();
    }

    private void write(Visitor maria, String csrf, List<String> mine, int until) {
        try {
            for (int turn = 0; answered.get() < until; turn++) {
                write(maria, csrf, mine.get(turn % mine.size()), turn);
            }
        } catch (RuntimeException | Error killed) {
            // Whoever was in the middle of a request learns that the helpdesk is gone; the next life goes on.
            return;
        }
    }

    private void write(Visitor maria, String csrf, String ticket, int turn) {
        String address = "/api/v1/tickets/" + ticket;
        String text = "{\"text\":\"n=%09d\"}"
                .formatted(numbers.computeIfAbsent(ticket, any -> new AtomicInteger())
                        .incrementAndGet());
        var answer = switch (turn % 10) {
            case 0, 3, 6 -> maria.json("POST", address + "/replies", text, "X-CSRF-Token", csrf);
            case 9 -> maria.json("POST", address + "/sessions", "", "X-CSRF-Token", csrf);
            default -> maria.json("POST", address + "/notes", text, "X-CSRF-Token", csrf);
        };
        if (answer.statusCode() == 201) {
            answered.incrementAndGet();
            var session = SESSION.matcher(answer.body());
            if (turn % 10 == 9 && session.find()) {
                maria.json("POST", "/api/v1/sessions/" + session.group(1) + "/end", "{}", "X-CSRF-Token", csrf);
            }
        }
    }
}
