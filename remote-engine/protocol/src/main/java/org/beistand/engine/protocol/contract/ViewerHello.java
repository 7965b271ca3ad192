package org.beistand.engine.protocol.contract;

import org.jspecify.annotations.Nullable;

/**
 * Request of {@code POST /api/v1/sessions/{id}/grants}; a viewer with nothing to say sends no body at all.
 *
 * @param lost address of the relay that the last admission named and that let nobody in; absent: none
 */
public record ViewerHello(@Nullable String lost) {}
