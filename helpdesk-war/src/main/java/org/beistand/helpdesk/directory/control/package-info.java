/** Settings, known people and the plan of an import, which is a pure function of what was read and what is known. No Faces and no REST here. */
@NullMarked
package org.beistand.helpdesk.directory.control;

import org.jspecify.annotations.NullMarked;
