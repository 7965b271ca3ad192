package org.beistand.engine.relay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.beistand.engine.relay", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule neverUnderstandsWhatItForwards = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.beistand.engine.wire.chat..",
                    "org.beistand.engine.wire.consent..",
                    "org.beistand.engine.wire.screen..",
                    "org.beistand.engine.wire.input..",
                    "org.beistand.engine.protocol.picture..");

    @ArchTest
    static final ArchRule roomsDoNotCircle =
            slices().matching("org.beistand.engine.relay.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule sessionsKnowNoNetwork = noClasses()
            .that()
            .resideInAnyPackage("..relay.session..", "..relay.admission..", "..relay.meter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty..", "java.net.http..");

    @ArchTest
    static final ArchRule neverDependsOnTheRestOfTheHouse = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.beistand.helpdesk..", "org.beistand.applet..", "org.beistand.integration..");
}
