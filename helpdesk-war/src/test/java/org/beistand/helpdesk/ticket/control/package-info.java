/** Search, lists and files, on H2 and on a real PostgreSQL where SQL is involved. Holds the benchmark too. */
@org.jspecify.annotations.NullMarked
package org.beistand.helpdesk.ticket.control;
