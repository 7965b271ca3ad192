/** Mail routes and the reading of what strangers send. */
@NullMarked
package org.beistand.integration.mail;

import org.jspecify.annotations.NullMarked;
