/** The people who ask for help. What is stored; knows only the JDK, persistence and other entities. */
@NullMarked
package org.beistand.helpdesk.customer.entity;

import org.jspecify.annotations.NullMarked;
