package org.beistand.applet.session;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Optional;
import org.beistand.engine.protocol.Limits;
import org.beistand.engine.protocol.MessageType;
import org.beistand.engine.protocol.Status;
import org.beistand.engine.protocol.contract.AppletAdmission;
import org.beistand.engine.protocol.contract.AppletHello;
import org.beistand.engine.protocol.seal.Sealed;
import org.beistand.engine.wire.control.Hello;

/**
 * Says who we are, to the helpdesk and to the relay that it names, and remembers a relay that did not let us in: the
 * helpdesk may then know another. One thread at a time.
 */
final class WayIn {

    private final HttpClient http;
    private final AppletHello self;
    private final Clock clock;
    private Optional<String> tried = Optional.empty();
    private Optional<String> lost = Optional.empty();

    WayIn(HttpClient http, AppletHello self, Clock clock) {
        this.http = http;
        this.self = self;
        this.clock = clock;
    }

    /** What to ask the helpdesk with. */
    AppletHello question() {
        return new AppletHello(self.software(), self.platform(), lost.orElse(null));
    }

    /** Connects to the relay that the helpdesk named, and says Hello there. */
    RelayConnection open(AppletAdmission admission, RelayConnection.Events events) {
        tried = Optional.of(admission.relayUrl());
        RelayConnection opened = RelayConnection.open(http, URI.create(admission.relayUrl()), clock, events);
        opened.send(
                MessageType.HELLO,
                Hello.newBuilder()
                        .setGrant(admission.grant())
                        .setMinVersion(Limits.VERSION)
                        .setMaxVersion(Limits.VERSION)
                        .addFeatures("screen.qoi-deflate")
                        .addFeatures(Carrying.FEATURE)
                        .addFeatures(Filing.FEATURE)
                        .addFeatures(Sealed.FEATURE)
                        .setSoftware(self.software() + " " + self.platform())
                        .build());
        return opened;
    }

    /** The relay let us in. */
    void entered() {
        tried = Optional.empty();
    }

    /** Whether the relay has not answered yet. */
    boolean isAtTheDoor() {
        return tried.isPresent();
    }

    /** The connection is gone, for this reason if one was given. A grant that was too old says nothing about the relay. */
    void closed(Optional<Status> reason) {
        boolean grant = reason.filter(row -> row == Status.GRANT_EXPIRED || row == Status.GRANT_REFUSED)
                .isPresent();
        lost = grant ? Optional.empty() : tried;
        tried = Optional.empty();
    }
}
