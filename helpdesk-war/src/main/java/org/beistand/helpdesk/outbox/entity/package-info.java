/** What happened, kept for other systems. What is stored; knows only the JDK, persistence and other entities. */
@NullMarked
package org.beistand.helpdesk.outbox.entity;

import org.jspecify.annotations.NullMarked;
