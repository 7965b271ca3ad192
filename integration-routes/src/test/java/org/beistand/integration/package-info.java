/** Tests of the routes against real files. */
@NullMarked
package org.beistand.integration;

import org.jspecify.annotations.NullMarked;
