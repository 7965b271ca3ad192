/** The administrator's page about certificates, and the door that files of certificates come in by. */
@NullMarked
package org.beistand.helpdesk.authority.boundary;

import org.jspecify.annotations.NullMarked;
