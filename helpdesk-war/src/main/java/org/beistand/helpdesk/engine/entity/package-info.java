/** What the helpdesk keeps of relays, its signing keys and what relays reported. Knows only the JDK, persistence and other entities. */
@NullMarked
package org.beistand.helpdesk.engine.entity;

import org.jspecify.annotations.NullMarked;
