/** What is stored about the directory, its people and the imports. Knows only the JDK, persistence and other entities. */
@NullMarked
package org.beistand.helpdesk.directory.entity;

import org.jspecify.annotations.NullMarked;
