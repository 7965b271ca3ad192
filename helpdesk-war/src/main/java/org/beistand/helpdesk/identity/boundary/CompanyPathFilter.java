package org.beistand.helpdesk.identity.boundary;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beistand.helpdesk.identity.entity.CompanySlug;

/**
 * Serves {@code /c/<company>/<page>} as {@code /portal/<page>} of that company, and writes the portal's own addresses
 * back into that form, so that a form posts to where it came from.
 */
public class CompanyPathFilter extends HttpFilter {

    private static final String PORTAL = "/portal/";
    private static final Pattern PATH = Pattern.compile("/c/([^/]{1,63})(/[A-Za-z0-9/_.-]*)?");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Matcher path = PATH.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (!path.matches()
                || !CompanySlug.isValid(path.group(1))
                || request.getRequestURI().contains("..")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (path.group(2) == null) {
            response.sendRedirect(request.getRequestURI() + "/");
        } else {
            String slug = path.group(1);
            request.setAttribute(CompanyOfAddress.SLUG, slug);
            String page =
                    path.group(2).equals("/") ? "index.xhtml" : path.group(2).substring(1);
            request.getRequestDispatcher(PORTAL + page)
                    .forward(request, new PortalAddresses(response, request.getContextPath(), slug));
        }
    }

    /** Turns {@code /portal/x} into {@code /c/<company>/x} wherever an address is encoded. */
    private static final class PortalAddresses extends HttpServletResponseWrapper {

        private final String from;
        private final String to;

        PortalAddresses(HttpServletResponse response, String contextPath, String slug) {
            super(response);
            this.from = contextPath + PORTAL;
            this.to = contextPath + "/c/" + slug + "/";
        }

        @Override
        public String encodeURL(String url) {
            return super.encodeURL(rewrite(url));
        }

        @Override
        public String encodeRedirectURL(String url) {
            return super.encodeRedirectURL(rewrite(url));
        }

        @Override
        public void sendRedirect(String url) throws IOException {
            super.sendRedirect(rewrite(url));
        }

        private String rewrite(String url) {
            return url.startsWith(from) ? to + url.substring(from.length()) : url;
        }
    }
}
