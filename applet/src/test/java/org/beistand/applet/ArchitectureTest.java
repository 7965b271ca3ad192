package org.beistand.applet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.beistand.applet.capture.GuardedScreen;
import org.beistand.applet.capture.ScreenSource;
import org.beistand.applet.clipboard.ClipboardBridge;
import org.beistand.applet.clipboard.GuardedClipboard;
import org.beistand.applet.consent.Consent;
import org.beistand.applet.cursor.CursorFeed;
import org.beistand.applet.cursor.CursorSource;
import org.beistand.applet.input.GuardedInput;
import org.beistand.applet.input.InputSink;

@AnalyzeClasses(packages = "org.beistand.applet", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> LAMBDAS_OR_SELF_OF_GATE = DescribedPredicate.describe(
            "the gates to screen and input",
            type -> isWithin(type, GuardedScreen.class) || isWithin(type, GuardedInput.class));

    private static boolean isWithin(JavaClass type, Class<?> gate) {
        return type.getName().equals(gate.getName()) || type.getName().startsWith(gate.getName() + "$");
    }

    @ArchTest
    static final ArchRule nativeCallsOnlyUnderPlatform = noClasses()
            .that()
            .resideOutsideOfPackage("org.beistand.applet.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.foreign..")
            .because("what differs between operating systems lives in one place");

    @ArchTest
    static final ArchRule robotOnlyUnderPlatform = noClasses()
            .that()
            .resideOutsideOfPackage("org.beistand.applet.platform..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.awt.Robot")
            .because("it would be a way past consent");

    @ArchTest
    static final ArchRule onlyTheGateGrabsTheScreen = noClasses()
            .that(DescribedPredicate.not(LAMBDAS_OR_SELF_OF_GATE))
            .and()
            .resideOutsideOfPackage("org.beistand.applet.platform..")
            .should()
            .callMethod(ScreenSource.class, "grab")
            .because("consent is asked there before every picture");

    @ArchTest
    static final ArchRule onlyTheGateGivesInput = noClasses()
            .that(DescribedPredicate.not(LAMBDAS_OR_SELF_OF_GATE))
            .and()
            .resideOutsideOfPackage("org.beistand.applet.platform..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "an input sink is the target", call -> call.getTargetOwner().isEquivalentTo(InputSink.class)))
            .because("consent is asked there before every action");

    @ArchTest
    static final ArchRule onlyTheGateLooksAtThePointer = noClasses()
            .that(DescribedPredicate.describe("others than the feed", type -> !isWithin(type, CursorFeed.class)))
            .and()
            .resideOutsideOfPackage("org.beistand.applet.platform..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "a source of the pointer is the target",
                    call -> call.getTargetOwner().isEquivalentTo(CursorSource.class)))
            .because("consent is asked there before every look");

    @ArchTest
    static final ArchRule onlyTheGateTouchesTheClipboard = noClasses()
            .that(DescribedPredicate.describe("others than the gate", type -> !isWithin(type, GuardedClipboard.class)))
            .and()
            .resideOutsideOfPackage("org.beistand.applet.platform..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "the clipboard is the target", call -> call.getTargetOwner().isEquivalentTo(ClipboardBridge.class)))
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.awt.datatransfer..")
            .because("consent is asked there before every look and every change");

    @ArchTest
    static final ArchRule theGatesAskConsent = classes()
            .that()
            .haveNameMatching(".*\\.(Guarded(Screen|Input|Clipboard)|CursorFeed|FileArrival)")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Consent.class);

    @ArchTest
    static final ArchRule consentKnowsNobody = noClasses()
            .that()
            .resideInAPackage("org.beistand.applet.consent..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "other rooms",
                    type -> type.getPackageName().startsWith("org.beistand.applet.")
                            && !type.getPackageName().startsWith("org.beistand.applet.consent")))
            .because("the final authority must be readable by itself");

    @ArchTest
    static final ArchRule roomsDoNotCircle =
            slices().matching("org.beistand.applet.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule swingOnlyInTheWindow = noClasses()
            .that()
            .resideOutsideOfPackage("org.beistand.applet.window..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.swing..", "com.formdev..");
}
