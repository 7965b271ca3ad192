package org.beistand.helpdesk.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The Content-Security-Policy of pages; PrimeFaces appends each page's nonce to its end. */
@Named
@ApplicationScoped
public class ContentSecurity {

    /** A source with anything else in it could end the directive and begin another one. */
    private static final Pattern ORIGIN = Pattern.compile("(wss?|https?)://[A-Za-z0-9.:\\[\\]-]+(:\\*)?");

    /** Components set style attributes; style sheets and scripts only come from here. */
    private static final String FIXED =
            "default-src 'none'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self';"
                    + " img-src 'self' data: blob:; font-src 'self'; media-src 'self' blob:; worker-src 'self' blob:;"
                    + " manifest-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; connect-src 'self'";

    @Inject
    @Any
    Instance<ConnectSources> more;

    /** Ends with {@code script-src 'self'}, because a nonce is appended. */
    public String getForPages() {
        return FIXED + connectSources() + "; script-src 'self'";
    }

    private String connectSources() {
        return more.stream()
                .flatMap(ConnectSources::connectSources)
                .filter(ORIGIN.asMatchPredicate())
                .distinct()
                .map(origin -> " " + origin)
                .collect(Collectors.joining());
    }
}
