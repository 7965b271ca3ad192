/** Proves that pictures come back exactly and that hostile payloads are only refused. Needs no screen. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.protocol.picture;
