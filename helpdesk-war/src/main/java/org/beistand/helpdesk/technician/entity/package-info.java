/** The people of a service desk. What is stored; knows only the JDK, persistence and other entities. */
@NullMarked
package org.beistand.helpdesk.technician.entity;

import org.jspecify.annotations.NullMarked;
