/** A company's e-mail: what goes out and what comes in. What is stored; knows only the JDK, persistence and other entities. */
@NullMarked
package org.beistand.helpdesk.mail.entity;

import org.jspecify.annotations.NullMarked;
