package org.beistand.helpdesk.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach this helpdesk: {@code beistand.public.url}, or whatever address the request came to. */
@ApplicationScoped
public class PublicAddress {

    @Inject
    @ConfigProperty(name = "beistand.public.url")
    Optional<String> configured;

    /** Base address without a trailing slash. */
    public String of(HttpServletRequest request) {
        return configured.map(PublicAddress::withoutSlash).orElseGet(() -> origin(request));
    }

    /** The configured address, if any, without a trailing slash. */
    public Optional<String> configured() {
        return configured.map(PublicAddress::withoutSlash);
    }

    public boolean isHttps() {
        return configured.filter(url -> url.startsWith("https:")).isPresent();
    }

    /** Whether a browser page of that origin is one of ours. */
    boolean isOwnOrigin(String origin, HttpServletRequest request) {
        return origin.equals(origin(request))
                || configured()
                        .map(url -> origin(URI.create(url)))
                        .filter(origin::equals)
                        .isPresent();
    }

    private static String origin(HttpServletRequest request) {
        return request.getScheme() + "://"
                + Optional.ofNullable(request.getHeader("Host")).orElse(request.getServerName());
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
