/**
 * Starts and stops the product the way an administrator does: through {@code ./beistand}. Nothing here may reach into
 * the product's own classes; what is known about it comes from its output, its ports and {@code /proc}.
 */
@NullMarked
package org.beistand.systemtests.product;

import org.jspecify.annotations.NullMarked;
