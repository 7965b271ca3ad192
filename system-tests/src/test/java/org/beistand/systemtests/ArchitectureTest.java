package org.beistand.systemtests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Black box: what these tests know of the product, they know from outside. */
@AnalyzeClasses(packages = "org.beistand")
class ArchitectureTest {
    @ArchTest
    static final ArchRule knowsTheProductOnlyFromOutside = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.beistand.helpdesk..",
                    "org.beistand.engine..",
                    "org.beistand.applet..",
                    "org.beistand.branding..",
                    "org.beistand.integration..");

    @ArchTest
    static final ArchRule neverSleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);
}
