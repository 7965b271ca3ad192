/** Tests of the files on their way. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.files;
