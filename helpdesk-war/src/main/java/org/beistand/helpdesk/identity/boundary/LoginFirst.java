package org.beistand.helpdesk.identity.boundary;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Sends somebody to the login page who wanted to go where only signed-in people may, and back afterwards. A page that is
 * open while its session ends (time, restart, signed out in another tab) asks by script; it must be told in the
 * words of that script, because it would take a login page for a broken answer.
 */
final class LoginFirst {

    private LoginFirst() {}

    static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            // An address made of URL-encoded text holds nothing that XML would take for its own.
            String address = loginAddress(request, shownPage(request).orElseGet(() -> wanted(request)));
            response.setContentType("text/xml;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.getWriter()
                    .write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\"" + address
                            + "\"></redirect></partial-response>");
        } else {
            response.sendRedirect(loginAddress(request, wanted(request)));
        }
    }

    /** What the browser shows, which is not what its script posts to. */
    private static Optional<String> shownPage(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getHeader("Referer"))
                    .map(URI::create)
                    .filter(page -> page.getRawPath() != null)
                    .map(page -> withQuery(page.getRawPath(), page.getRawQuery()));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String wanted(HttpServletRequest request) {
        return withQuery(request.getRequestURI(), request.getQueryString());
    }

    private static String withQuery(String path, @org.jspecify.annotations.Nullable String query) {
        return query == null ? path : path + "?" + query;
    }

    private static String loginAddress(HttpServletRequest request, String back) {
        return request.getContextPath() + "/login?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }
}
