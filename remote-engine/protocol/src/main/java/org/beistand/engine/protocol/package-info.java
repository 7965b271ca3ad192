/** The wire definition that every other part of the engine shares. Opens no socket and keeps no state. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.protocol;
