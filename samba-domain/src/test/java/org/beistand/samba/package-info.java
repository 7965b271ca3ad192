/** Tests of the house rules of the domain for tests. */
@NullMarked
package org.beistand.samba;

import org.jspecify.annotations.NullMarked;
