/** Runs the viewer's ES modules in a real browser. The product itself is under META-INF/resources/viewer. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.viewer;
