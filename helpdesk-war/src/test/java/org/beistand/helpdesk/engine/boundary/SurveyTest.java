package org.beistand.helpdesk.engine.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.beistand.engine.protocol.Role;
import org.beistand.engine.protocol.contract.RelayEvent;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.session.boundary.CustomerSessions;
import org.beistand.helpdesk.session.boundary.OpenedSession;
import org.beistand.helpdesk.session.boundary.SupportSessions;
import org.beistand.helpdesk.session.entity.SessionDoor;
import org.beistand.helpdesk.session.entity.SessionDoor.Kind;
import org.beistand.helpdesk.survey.boundary.CustomerSurveys;
import org.beistand.helpdesk.survey.control.SurveyAnswered;
import org.beistand.helpdesk.survey.control.Surveys;
import org.beistand.helpdesk.survey.control.Surveys.Standing;
import org.beistand.helpdesk.testkit.OnBothDatabases;
import org.beistand.helpdesk.testkit.TestDatabase;
import org.beistand.helpdesk.ticket.control.TicketTimeline;
import org.beistand.helpdesk.ticket.entity.SurveyAnswer;

/** Customers say how a session was: once, about a session in which somebody helped, while it is fresh. */
class SurveyTest {

    @OnBothDatabases
    void whoWasHelpedIsAskedOnceAndTicketAndEventTellIt(TestDatabase database) {
        var desk = new Desk(database);
        var opened = desk.open();
        var browser = desk.arrive(opened);
        works(desk, opened);
        assertThat(standing(desk, browser, Kind.BROWSER)).as("still running").isEqualTo(Standing.CLOSED);
        ends(desk, opened);
        assertThat(standing(desk, browser, Kind.BROWSER)).isEqualTo(Standing.OPEN);

        assertThat(says(desk, browser, Kind.BROWSER, 4, " Danke\u0000! "))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.type()).isEqualTo("session.survey_answered");
                    assertThat(told.stars()).isEqualTo(4);
                    assertThat(told.comment()).isEqualTo("Danke!");
                });
        assertThat(says(desk, browser, Kind.BROWSER, 1, "changed my mind")).isEmpty();
        assertThat(answers(desk)).singleElement().satisfies(answer -> {
            assertThat(answer.said().stars()).isEqualTo(4);
            assertThat(answer.said().comment()).isEqualTo("Danke!");
            assertThat(answer.author().name()).isEqualTo("Anna Schmidt");
        });
        assertThat(standing(desk, browser, Kind.BROWSER)).isEqualTo(Standing.ANSWERED);
        desk.step(beans ->
                assertThat(beans.get(Surveys.class).answer(opened.id())).isPresent());
    }

    @OnBothDatabases
    void theLinkOpensItsOwnSurveyForAWeekAndNothingElse(TestDatabase database) {
        var desk = new Desk(database);
        var opened = desk.open();
        var browser = desk.arrive(opened);
        var applet = new SecretToken[1];
        desk.step(beans -> applet[0] =
                beans.get(CustomerSessions.class).appletToken(browser).orElseThrow());
        var link = SessionDoor.ofSurvey(applet[0]);
        works(desk, opened);
        ends(desk, opened);
        assertThat(standing(desk, link, Kind.SURVEY)).isEqualTo(Standing.OPEN);
        for (var other : List.of(applet[0], browser, SessionDoor.ofSurvey(link))) {
            desk.step(beans -> assertThat(beans.get(CustomerSurveys.class).behind(other, Kind.SURVEY, Locale.ENGLISH))
                    .isEmpty());
        }
        desk.step(
                beans -> assertThat(beans.get(CustomerSessions.class).of(link)).isEmpty());
        new Desk(database)
                .step(beans -> assertThat(
                                beans.get(CustomerSurveys.class).answer(link, Kind.SURVEY, 1, "another company"))
                        .isFalse());
        desk.clock.advance(Duration.ofDays(8));
        assertThat(standing(desk, link, Kind.SURVEY)).isEqualTo(Standing.CLOSED);
        assertThat(says(desk, link, Kind.SURVEY, 5, "")).isEmpty();
        assertThat(answers(desk)).isEmpty();
    }

    @OnBothDatabases
    void nobodyIsAskedAboutHelpThatNeverBeganOrWhenItIsSwitchedOff(TestDatabase database) {
        var desk = new Desk(database);
        var never = desk.open();
        var browser = desk.arrive(never);
        ends(desk, never);
        assertThat(standing(desk, browser, Kind.BROWSER)).isEqualTo(Standing.CLOSED);

        var opened = desk.open();
        var second = desk.arrive(opened);
        works(desk, opened);
        ends(desk, opened);
        desk.step(beans -> beans.get(Surveys.class).own().ask(false, "Wie war's?", ""));
        assertThat(standing(desk, second, Kind.BROWSER)).isEqualTo(Standing.CLOSED);
        desk.step(beans -> beans.get(Surveys.class).own().ask(true, "Wie war's?", ""));
        desk.step(beans -> {
            var surveys = beans.get(CustomerSurveys.class);
            assertThat(surveys.behind(second, Kind.BROWSER, Locale.GERMAN)
                            .orElseThrow()
                            .question())
                    .isEqualTo("Wie war's?");
            assertThat(surveys.behind(second, Kind.BROWSER, Locale.ENGLISH)
                            .orElseThrow()
                            .question())
                    .isEmpty();
        });
        for (int stars : new int[] {0, 6, -1}) {
            desk.step(beans -> assertThatThrownBy(
                            () -> beans.get(CustomerSurveys.class).answer(second, Kind.BROWSER, stars, ""))
                    .isInstanceOf(IllegalArgumentException.class));
        }
        assertThat(answers(desk)).isEmpty();
    }

    private static void works(Desk desk, OpenedSession opened) {
        for (Role role : new Role[] {Role.APPLET, Role.TECHNICIAN}) {
            UUID subject = role == Role.TECHNICIAN ? desk.maria.accountId() : UUID.randomUUID();
            desk.relaySays(opened.id(), UUID.randomUUID(), RelayEvent.Kind.PARTICIPANT_JOINED, subject, role);
        }
    }

    private static void ends(Desk desk, OpenedSession opened) {
        desk.step(beans -> beans.get(SupportSessions.class).end(desk.maria, opened.id()));
    }

    private static Standing standing(Desk desk, SecretToken token, Kind kind) {
        var found = new Standing[1];
        desk.step(beans -> found[0] = beans.get(CustomerSurveys.class)
                .behind(token, kind, Locale.ENGLISH)
                .orElseThrow()
                .standing());
        return found[0];
    }

    private static List<SurveyAnswered> says(Desk desk, SecretToken token, Kind kind, int stars, String comment) {
        var told = new java.util.ArrayList<SurveyAnswered>();
        desk.step(beans -> {
            assertThat(beans.get(CustomerSurveys.class).answer(token, kind, stars, comment))
                    .isTrue();
            beans.fired().stream()
                    .filter(SurveyAnswered.class::isInstance)
                    .map(SurveyAnswered.class::cast)
                    .forEach(told::add);
        });
        return told;
    }

    private static List<SurveyAnswer> answers(Desk desk) {
        return desk.database.in(
                desk.company,
                entities -> desk.beans(entities).get(TicketTimeline.class).of(SurveyAnswer.class, desk.ticket));
    }
}
