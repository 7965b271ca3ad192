package org.beistand.integration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The routes know Camel and nothing of the helpdesk. */
@AnalyzeClasses(packages = "org.beistand.integration", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule routesKnowOnlyCamel = classes()
            .that()
            .resideInAPackage("org.beistand.integration..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.apache.camel..", "org.jspecify..", "org.beistand.integration..");
}
