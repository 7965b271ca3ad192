package org.beistand.servicenow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The double shares no code with what it tests. */
@AnalyzeClasses(packages = "org.beistand.servicenow", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theDoubleKnowsNothingOfBeistand = classes()
            .that()
            .resideInAPackage("org.beistand.servicenow..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.apache.camel.util.json..", "org.jspecify..", "org.beistand.servicenow..");
}
