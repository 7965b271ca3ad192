/** Customers invited into sessions by e-mail or SMS. What is stored; knows only the JDK, persistence and other entities. */
@NullMarked
package org.beistand.helpdesk.invitation.entity;

import org.jspecify.annotations.NullMarked;
