package org.beistand.helpdesk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** How our tests behave. */
@AnalyzeClasses(packages = "org.beistand.helpdesk", importOptions = ImportOption.OnlyIncludeTests.class)
class TestHabitsTest {

    @ArchTest
    static final ArchRule testsNeverSleep = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule testsNeverMock =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.mockito..", "org.easymock..");
}
