/** The helpdesk application, one room per business component, each with boundary, control and entity. */
@org.jspecify.annotations.NullMarked
package org.beistand.helpdesk;
