/** Reads people and groups from an Active Directory or its like, and asks it about passwords, over encrypted lines only. Knows nothing of accounts, roles or companies, and writes nothing over there. */
@NullMarked
package org.beistand.integration.directory;

import org.jspecify.annotations.NullMarked;
