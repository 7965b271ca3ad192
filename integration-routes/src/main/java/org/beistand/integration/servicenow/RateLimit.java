package org.beistand.integration.servicenow;

import java.time.Instant;
import java.util.Optional;

/**
 * What an instance last said about how often it may be called, as seen by this process.
 *
 * @param limit calls an hour ({@code X-RateLimit-Limit}), or empty while it has not said
 * @param rule the rule that limits us ({@code X-RateLimit-Rule}), or empty text
 * @param resetsAt when counting starts again ({@code X-RateLimit-Reset})
 * @param refusedAt when it last answered 429
 */
public record RateLimit(Optional<Long> limit, String rule, Optional<Instant> resetsAt, Optional<Instant> refusedAt) {

    static final RateLimit UNKNOWN = new RateLimit(Optional.empty(), "", Optional.empty(), Optional.empty());
}
