/** How requests arrive. What is stored; knows only the JDK, persistence and other entities. */
@NullMarked
package org.beistand.helpdesk.intake.entity;

import org.jspecify.annotations.NullMarked;
