/** Text messages against a real SMPP server and a real HTTP one. */
@NullMarked
package org.beistand.integration.sms;

import org.jspecify.annotations.NullMarked;
