/** Shows which settings make a calling card usable. */
@org.jspecify.annotations.NullMarked
package org.beistand.callingcard;
