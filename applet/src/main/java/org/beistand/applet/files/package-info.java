/** Files on their way between the customer's computer and technicians, and the one gate by which they are written. Knows no wire and no toolkit. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.files;
