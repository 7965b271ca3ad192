/** Whom a company trusts. Certificates are public: nothing here is sealed. */
@NullMarked
package org.beistand.helpdesk.authority.entity;

import org.jspecify.annotations.NullMarked;
