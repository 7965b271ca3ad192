package org.beistand.helpdesk.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that knocks at the doors of the built WAR, once over H2 and once over PostgreSQL. One helpdesk for each
 * database serves all such classes of the run. Methods take a {@link Helpdesk}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ClassTemplate
@ExtendWith(RunningHelpdesks.class)
public @interface OnRunningHelpdesk {}
