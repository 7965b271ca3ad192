@org.jspecify.annotations.NullMarked
package org.beistand.helpdesk.platform.words;
