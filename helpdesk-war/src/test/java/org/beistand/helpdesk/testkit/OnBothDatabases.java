package org.beistand.helpdesk.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of SQL that runs once on H2 and once on a real PostgreSQL, without a container. The method takes a
 * {@link TestDatabase}. The schema is migrated once for each JVM and database; tests found a company of their own
 * instead of cleaning up.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(BothDatabases.class)
public @interface OnBothDatabases {}
