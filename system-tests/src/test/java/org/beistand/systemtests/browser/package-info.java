/**
 * The pages as people use them: what a technician and a customer click and read in a real Chromium. Selectors live here
 * and not in the tests, so that a changed page changes one place.
 */
@NullMarked
package org.beistand.systemtests.browser;

import org.jspecify.annotations.NullMarked;
