/** A real Active Directory domain controller for tests, Debian's samba on loopback, and the people in it. Knows nothing of Beistand, and nothing of Beistand's runs on it but tests. */
@NullMarked
package org.beistand.samba;

import org.jspecify.annotations.NullMarked;
