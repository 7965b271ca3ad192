/** Mutated frames at every decoder of this module, few in each build and millions on demand. Reads the golden vectors. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.protocol.fuzz;
