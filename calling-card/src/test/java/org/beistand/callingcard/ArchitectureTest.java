package org.beistand.callingcard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.beistand.callingcard", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsOnlyTheAppletsDoor = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.beistand.applet.*..", "org.beistand.engine..")
            .because("it holds no session logic of its own");
}
