package org.beistand.engine.relay.admission;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beistand.engine.protocol.Frame;
import org.beistand.engine.protocol.FrameRefused;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.KeySet;
import org.beistand.engine.protocol.grant.Ed25519Keys;
import org.beistand.engine.protocol.grant.GrantCheck;
import org.beistand.engine.protocol.grant.GrantRefusal;
import org.beistand.engine.protocol.grant.GrantVerifier;
import org.beistand.engine.protocol.grant.SessionGrant;
import org.beistand.engine.relay.session.Refused;
import org.beistand.engine.wire.control.Hello;

/** Decides who may come in, by what the helpdesk has told the relay last. Safe for use by many threads. */
public final class Admission {

    private final String relayId;
    private final Clock clock;
    private final UsedGrants used;
    private volatile Optional<Rules> rules = Optional.empty();

    private record Rules(String issuer, GrantVerifier verifier, Set<String> origins) {}

    /** An accepted Hello. */
    public record Accepted(SessionGrant grant, List<String> features, String software) {}

    public Admission(String relayId, Clock clock) {
        this.relayId = relayId;
        this.clock = clock;
        this.used = new UsedGrants(clock);
    }

    /**
     * The helpdesk's rules from now on.
     *
     * @throws IllegalArgumentException when a key is none; the old rules stay
     */
    public void learn(String issuer, KeySet keys, List<String> origins) {
        GrantVerifier verifier = new GrantVerifier(Ed25519Keys.fromContract(keys), issuer, relayId, clock);
        rules = Optional.of(new Rules(issuer, verifier, Set.copyOf(origins)));
    }

    /** New keys and origins under the issuer that was learnt at registration; without effect before it. */
    public void refresh(KeySet keys, List<String> origins) {
        rules.ifPresent(known -> learn(known.issuer(), keys, origins));
    }

    /** Whether the helpdesk has told the relay anything yet. */
    public boolean isReady() {
        return rules.isPresent();
    }

    /** Whether a browser with pages of this origin may connect. */
    public boolean allowsOrigin(String origin) {
        return rules.map(known -> known.origins().contains(origin)).orElse(false);
    }

    /**
     * Checks the first frame of a connection. Uses the grant up.
     *
     * @throws FrameRefused when it is no well-formed Hello
     * @throws Refused when the grant is not to be believed, or no common version exists
     */
    public Accepted accept(Frame first) {
        if (first.header().type() != MessageType.HELLO) {
            throw new FrameRefused(
                    Status.PROTOCOL_ERROR, "first frame is " + first.header().type());
        }
        Hello hello = parse(first.payload());
        if (hello.getMinVersion() > Limits.VERSION || hello.getMaxVersion() < Limits.VERSION) {
            throw new Refused(
                    Status.VERSION_UNSUPPORTED, "speaks " + hello.getMinVersion() + " to " + hello.getMaxVersion());
        }
        if (hello.getFeaturesCount() > Limits.FEATURES
                || hello.getSoftware().length() > Limits.NAME_CHARACTERS
                || hello.getFeaturesList().stream().anyMatch(name -> name.length() > Limits.NAME_CHARACTERS)) {
            throw new FrameRefused(Status.TOO_LARGE, "features or software of a Hello");
        }
        GrantVerifier verifier = rules.orElseThrow(
                        () -> new Refused(Status.RELAY_DRAINING, "no keys from the helpdesk yet"))
                .verifier();
        return switch (verifier.check(hello.getGrant())) {
            case GrantCheck.Refused(GrantRefusal reason) -> throw new Refused(reason.status(), reason.name());
            case GrantCheck.Accepted(SessionGrant grant) -> {
                if (!used.use(grant)) {
                    throw new Refused(GrantRefusal.REPLAYED.status(), GrantRefusal.REPLAYED.name());
                }
                yield new Accepted(grant, hello.getFeaturesList(), hello.getSoftware());
            }
        };
    }

    private static Hello parse(ByteBuffer payload) {
        try {
            return Hello.parseFrom(payload);
        } catch (InvalidProtocolBufferException noHello) {
            throw new FrameRefused(Status.PROTOCOL_ERROR, "no Hello");
        }
    }

    /** Forgets grants that have expired. To be called every second or so. */
    public void sweep() {
        used.sweep();
    }
}
