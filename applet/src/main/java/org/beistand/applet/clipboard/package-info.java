/** What moves between the customer's clipboard and technicians, and the one gate it goes through. Knows no wire and no toolkit. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.clipboard;
