/** Tests of the identity room through its doors. */
@NullMarked
package org.beistand.helpdesk.identity;

import org.jspecify.annotations.NullMarked;
