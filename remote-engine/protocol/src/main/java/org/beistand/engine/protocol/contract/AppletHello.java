package org.beistand.engine.protocol.contract;

import static java.util.Objects.requireNonNull;

/**
 * Request of {@code POST applet/grant}.
 *
 * @param software name and version of the applet, e.g. {@code beistand-applet 0.1.0}
 * @param platform e.g. {@code linux-x64}
 */
public record AppletHello(String software, String platform) {

    public AppletHello {
        requireNonNull(software, "software");
        requireNonNull(platform, "platform");
    }
}
