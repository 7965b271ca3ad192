/** Tests of delivering, with the beans of the application over both databases. */
@NullMarked
package org.beistand.helpdesk.outbox.boundary;

import org.jspecify.annotations.NullMarked;
