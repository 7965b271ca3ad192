/** Invitations by text message. What is stored; knows only the JDK, persistence and other entities. */
@NullMarked
package org.beistand.helpdesk.sms.entity;

import org.jspecify.annotations.NullMarked;
