package org.beistand.engine.protocol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.beistand.engine", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule dependsOnlyOnTheJdkAndFewLibraries = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.beistand.engine.protocol..",
                    "org.beistand.engine.wire..",
                    "java..",
                    "javax.crypto..",
                    "com.google.protobuf..",
                    "com.fasterxml.jackson..",
                    "com.github.luben.zstd..",
                    "org.bouncycastle..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule zstdStaysBehindTwoClasses = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Zstd")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.luben.zstd..")
            .because("only the applet brings it: everybody else must load without it");

    @ArchTest
    static final ArchRule roomsDoNotCircle = slices().matching("org.beistand.engine.protocol.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);
}
