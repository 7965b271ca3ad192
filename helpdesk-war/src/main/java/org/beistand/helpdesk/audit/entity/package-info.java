/** Who changed what, and who logged in. What is stored; knows only the JDK, persistence and other entities. */
@NullMarked
package org.beistand.helpdesk.audit.entity;

import org.jspecify.annotations.NullMarked;
