package org.beistand.integration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The routes know Camel and the JDK, and nothing of the helpdesk. */
@AnalyzeClasses(packages = "org.beistand.integration", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule routesKnowOnlyCamel = classes()
            .that()
            .resideInAPackage("org.beistand.integration..")
            .and()
            .resideOutsideOfPackage("org.beistand.integration.mail..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.naming..",
                    "javax.net..",
                    "javax.security.auth.x500..",
                    "org.apache.camel..",
                    "org.jspecify..",
                    "org.beistand.integration..");

    /** Whoever looks names up by JNDI may be given an object that does what a stranger wants. */
    @ArchTest
    static final ArchRule onlyOneClassSpeaksJndi = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.beistand.integration.directory.Line")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.naming.ldap.InitialLdapContext");

    /** Camel's mail component speaks in jakarta.mail; HTML that strangers sent is read by jsoup and nothing else. */
    @ArchTest
    static final ArchRule mailKnowsItsLibraries = classes()
            .that()
            .resideInAPackage("org.beistand.integration.mail..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.net..",
                    "jakarta.mail..",
                    "jakarta.activation..",
                    "org.jsoup..",
                    "org.apache.camel..",
                    "org.jspecify..",
                    "org.beistand.integration..");
}
