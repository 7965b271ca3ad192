/** The journal against a helpdesk that answers, fails, or is gone. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.journal;
