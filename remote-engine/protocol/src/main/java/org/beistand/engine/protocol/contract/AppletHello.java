package org.beistand.engine.protocol.contract;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Request of {@code POST applet/grant}.
 *
 * @param software name and version of the applet, e.g. {@code beistand-applet 0.1.0}
 * @param platform e.g. {@code linux-x64}
 * @param lost address of the relay that the last admission named and that let nobody in; absent: none
 */
public record AppletHello(
        String software, String platform, @Nullable String lost) {

    public AppletHello {
        requireNonNull(software, "software");
        requireNonNull(platform, "platform");
    }
}
