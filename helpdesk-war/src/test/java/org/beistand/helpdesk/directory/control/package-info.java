/** The plan of an import, case by case. */
@NullMarked
package org.beistand.helpdesk.directory.control;

import org.jspecify.annotations.NullMarked;
