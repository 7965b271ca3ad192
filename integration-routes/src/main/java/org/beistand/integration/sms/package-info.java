/** Text messages over SMPP (Camel's smpp component) or a provider's HTTP interface. Knows nothing of tickets or sessions. */
@NullMarked
package org.beistand.integration.sms;

import org.jspecify.annotations.NullMarked;
