package org.beistand.servicenow;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * The double for somebody who wants to see Beistand and ServiceNow talk without having an instance: {@code ./beistand
 * practice servicenow}. Loopback only, everything is forgotten when it ends.
 */
public final class PracticeInstance {

    private static final int USUAL_PORT = 8090;

    private PracticeInstance() {}

    /** Read this first. @param arguments port, and how many milliseconds each answer takes */
    public static void main(String... arguments) throws IOException, InterruptedException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL_PORT;
        try (var running = ServiceNowDouble.start(port, Clock.systemUTC())) {
            running.answersAfter(Duration.ofMillis(arguments.length > 1 ? Long.parseLong(arguments[1]) : 0));
            furnish(running);
            System.out.print(welcome(running));
            Thread.currentThread().join();
        }
    }

    /** What an instance has on its first day: somebody who works there, a group, and an incident that is not ours. */
    private static void furnish(ServiceNowDouble instance) {
        instance.person(PracticePage.PERSON, "Beth Anglin", "beth.anglin@example.com");
        instance.createdBy("admin", "sys_user_group", Map.of("name", "Service Desk", "active", "true"));
        String incident = instance.createdBy(
                PracticePage.PERSON, "incident", Map.of("short_description", "Printer on the third floor is jammed"));
        instance.changedBy(
                PracticePage.PERSON,
                "incident",
                incident,
                Map.of("work_notes", "Was there before Beistand", "urgency", "2"));
    }

    private static String welcome(ServiceNowDouble instance) {
        return """
                A ServiceNow to practise with runs at %s (open it in a browser to see its incidents).
                In Beistand, under Administration > ServiceNow:
                  Address of the instance  %s
                  Client ID                %s
                  Client secret            %s
                  Integration user         %s
                  Password                 %s   (for the ways to sign in that need one)
                Beistand calls addresses inside a house only where it is told to: start it with
                  BEISTAND_INTEGRATIONS_NETWORKS=127.0.0.0/8,::1/128 ./beistand run
                It forgets everything when it ends: Ctrl-C.
                """.formatted(
                        instance.base(),
                        instance.base(),
                        ServiceNowDouble.CLIENT_ID,
                        ServiceNowDouble.CLIENT_SECRET,
                        ServiceNowDouble.USER,
                        ServiceNowDouble.PASSWORD);
    }
}
