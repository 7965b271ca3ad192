package org.beistand.integration.servicenow;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.beistand.integration.servicenow.HttpCalls.Answer;

/** Remembers what each instance says about its limits, for people to look at. Safe for many threads. */
final class RateLimits {

    private static final int TOO_MANY = 429;
    private static final int LONGEST_RULE = 100;

    private final Clock clock;
    private final Map<Key, RateLimit> known = new ConcurrentHashMap<>();

    /** Limits are a user's over there, not an instance's. */
    private record Key(URI instance, String user) {
        static Key of(ServiceNowAccess access) {
            return new Key(access.instance(), access.user());
        }
    }

    RateLimits(Clock clock) {
        this.clock = clock;
    }

    void note(ServiceNowAccess access, Answer answer) {
        boolean refused = answer.status() == TOO_MANY;
        if (refused || !answer.limit().isEmpty()) {
            known.merge(Key.of(access), read(answer, refused), RateLimits::newer);
        }
    }

    Optional<RateLimit> of(ServiceNowAccess access) {
        return Optional.ofNullable(known.get(Key.of(access)));
    }

    private RateLimit read(Answer answer, boolean refused) {
        String rule = answer.limitRule();
        return new RateLimit(
                number(answer.limit()),
                rule.substring(0, Math.min(rule.length(), LONGEST_RULE)),
                number(answer.limitReset()).map(Instant::ofEpochSecond),
                refused ? Optional.of(clock.instant()) : Optional.empty());
    }

    /** A refusal is remembered until the next, and a refusal without figures leaves the figures as they were. */
    private static RateLimit newer(RateLimit before, RateLimit now) {
        var figures = now.limit().isPresent() ? now : before;
        return new RateLimit(
                figures.limit(),
                figures.rule(),
                figures.resetsAt(),
                now.refusedAt().or(before::refusedAt));
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,11}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
