package org.beistand.helpdesk;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.beistand.helpdesk.platform.rest.Open;
import org.beistand.helpdesk.platform.rest.Secured;

/** The house rules of the helpdesk. */
@AnalyzeClasses(packages = "org.beistand.helpdesk", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule componentsFormNoCycle =
            slices().matching("org.beistand.helpdesk.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule platformKnowsNoComponent = noClasses()
            .that()
            .resideInAPackage("..helpdesk.platform..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.beistand.helpdesk..")
                    .and(not(resideInAPackage("org.beistand.helpdesk.platform.."))));

    @ArchTest
    static final ArchRule entitiesKnowOnlyPersistenceAndOtherEntities = classes()
            .that()
            .resideInAPackage("..entity..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "jakarta.persistence..",
                    "jakarta.validation..",
                    "org.hibernate.annotations..",
                    "org.jspecify..",
                    "..entity..",
                    "..platform.problem..",
                    "..platform.security..",
                    "..platform.event..",
                    "org.beistand.engine.protocol.."));

    @ArchTest
    static final ArchRule controlKnowsNoFacesRestOrBoundary = noClasses()
            .that()
            .resideInAPackage("..control..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("jakarta.faces..", "jakarta.ws.rs..", "jakarta.servlet..", "org.primefaces..")
                            .or(resideInAPackage("..boundary..")));

    @ArchTest
    static final ArchRule onlyTheRoomsOfOtherSystemsSeeTheIntegrations = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..helpdesk.outbox..",
                    "..helpdesk.servicenow..",
                    "..helpdesk.directory..",
                    "..helpdesk.mail..",
                    "..helpdesk.sms..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.beistand.integration..", "org.apache.camel..");

    /** What a caller over there reads is made of public replies only. */
    @ArchTest
    static final ArchRule commentsAreMadeInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.beistand.helpdesk.servicenow.control.LetterWriter")
            .should()
            .callConstructor(org.beistand.integration.servicenow.Comment.class, String.class);

    /** What a requester is mailed is made of public replies, of invitations and of a fixed test, and of nothing else. */
    @ArchTest
    static final ArchRule mailIsMadeInThreePlaces = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.beistand.helpdesk.mail.control.ReplyLetters")
            .and()
            .doNotHaveFullyQualifiedName("org.beistand.helpdesk.mail.control.InvitationLetters")
            .and()
            .doNotHaveFullyQualifiedName("org.beistand.helpdesk.mail.control.TestLetters")
            .should()
            .callConstructor(org.beistand.integration.mail.PublicWords.class, String.class, String.class);

    /** Who writes mail, or sends it, cannot even be handed an internal note. */
    @ArchTest
    static final ArchRule mailKnowsNoInternalNote = noClasses()
            .that()
            .haveNameMatching("org\\.beistand\\.helpdesk\\.mail\\..*(Letters|Destination)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(org.beistand.helpdesk.ticket.entity.InternalNote.class)
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("org\\.beistand\\.helpdesk\\.ticket\\.control\\.TicketEvent\\$InternalNoteAdded.*");

    @ArchTest
    static final ArchRule helpdeskNeverSeesRelayOrApplet = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.beistand.engine.relay..", "org.beistand.applet..");

    @ArchTest
    static final ArchRule onlyTheEngineSeesItsContract = noClasses()
            .that()
            .resideOutsideOfPackage("..helpdesk.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.beistand.engine.protocol.contract..");

    /** What is on a tape can be opened nowhere here: no key for it, and nothing to open it with. */
    @ArchTest
    static final ArchRule recordingsAreNeverOpened = noClasses()
            .that()
            .resideInAPackage("..helpdesk.recording..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.crypto..", "org.bouncycastle..", "org.beistand.engine.protocol.seal..");

    @ArchTest
    static final ArchRule eventsAreNeverFiredAsynchronously = noClasses()
            .should()
            .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                    com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(Event.class)))
                    .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("fireAsync"))));

    /** ADR 0104: the server's class loader and virtual threads wait for each other for ever. */
    @ArchTest
    static final ArchRule nothingRunsOnVirtualThreads = noClasses()
            .should()
            .callMethod(Thread.class, "ofVirtual")
            .orShould()
            .callMethod(Thread.class, "startVirtualThread", Runnable.class)
            .orShould()
            .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor");

    @ArchTest
    static final ArchRule timeComesOnlyFromTheProducer = noClasses()
            .that()
            .resideOutsideOfPackage("..platform.clock..")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule onlyDemoContentHappensInThePast = noClasses()
            .that()
            .resideOutsideOfPackage("..platform.clock..")
            .and()
            .haveSimpleNameNotStartingWith("Demo")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(org.beistand.helpdesk.platform.clock.Earlier.class);

    @ArchTest
    static final ArchRule randomnessComesOnlyFromTheProducer = noClasses()
            .that()
            .resideOutsideOfPackage("..platform.clock..")
            .should()
            .callConstructor(SecureRandom.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class);

    @ArchTest
    static final ArchRule restAnswersNobodyByAccident = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .and()
            .arePublic()
            .should()
            .beAnnotatedWith(Secured.class)
            .orShould()
            .beAnnotatedWith(Open.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(Secured.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(Open.class);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util");
}
