package org.beistand.helpdesk.platform.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.beistand.helpdesk.platform.security.Scope;

/**
 * The scope a caller needs; on a resource class or, stronger, on its method. A resource with neither this nor
 * {@link Open} answers nobody.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Secured {
    Scope value();
}
