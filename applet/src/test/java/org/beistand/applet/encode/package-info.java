/** What changes on a screen reaches every viewer exactly, at its own pace. */
@org.jspecify.annotations.NullMarked
package org.beistand.applet.encode;
