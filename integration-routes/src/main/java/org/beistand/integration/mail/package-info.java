/**
 * E-mail: one message out over SMTP, and what lies in a mailbox in over IMAP, over Camel's mail component. Knows nothing
 * of tickets; the only package that sees jakarta.mail.
 */
@NullMarked
package org.beistand.integration.mail;

import org.jspecify.annotations.NullMarked;
