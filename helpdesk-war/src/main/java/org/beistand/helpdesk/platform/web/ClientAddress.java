package org.beistand.helpdesk.platform.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.beistand.helpdesk.platform.logging.Announcement;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a request comes from: the one answer that throttles count by and the audit writes down. Behind a reverse proxy
 * that is not who opened the connection, and what {@code X-Forwarded-For} says is believed only from
 * {@link TrustedProxies}.
 */
@ApplicationScoped
public class ClientAddress {

    private static final String HEADER = "X-Forwarded-For";

    /** A proxy that says nothing about its caller but any of these must not pass for this machine. */
    private static final List<String> FORWARDED =
            List.of(HEADER, "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via");

    @Inject
    @ConfigProperty(name = "beistand.trusted.proxies")
    Optional<String> proxySetting;

    @Inject
    @ConfigProperty(name = "beistand.metrics.readers")
    Optional<String> readerSetting;

    private TrustedProxies proxies = TrustedProxies.of("");
    private Networks metricsReaders = Networks.of("");

    @PostConstruct
    void read() {
        proxies = read("BEISTAND_TRUSTED_PROXIES", proxySetting, TrustedProxies::of);
        metricsReaders = read("BEISTAND_METRICS_READERS", readerSetting, Networks::of);
    }

    private static <T> T read(String name, Optional<String> setting, Function<String, T> reader) {
        try {
            return reader.apply(setting.orElse(""));
        } catch (IllegalArgumentException wrong) {
            Announcement.say("cannot start: " + name + ": neither an address nor a network: " + wrong.getMessage());
            throw wrong;
        }
    }

    /** A setting that cannot be read is found at the start, not at the first login. */
    void onStart(@Observes @Initialized(ApplicationScoped.class) Object event) {}

    /** An IP address in text. */
    public String of(HttpServletRequest request) {
        return proxies.origin(request.getRemoteAddr(), Collections.list(request.getHeaders(HEADER)));
    }

    /** Only whoever is named by the setting or calls from this machine itself, not through a proxy on it. */
    boolean mayReadMetrics(HttpServletRequest request) {
        return IpAddress.parse(of(request))
                .filter(origin ->
                        !origin.isLoopbackAddress() || FORWARDED.stream().noneMatch(named(request)))
                .filter(metricsReaders::contain)
                .isPresent();
    }

    private static Predicate<String> named(HttpServletRequest request) {
        return header -> request.getHeader(header) != null;
    }
}
