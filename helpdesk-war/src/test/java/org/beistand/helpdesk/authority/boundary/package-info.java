/** Administrators' certificates at the doors of the running helpdesk, and real TLS servers behind them. */
@NullMarked
package org.beistand.helpdesk.authority.boundary;

import org.jspecify.annotations.NullMarked;
