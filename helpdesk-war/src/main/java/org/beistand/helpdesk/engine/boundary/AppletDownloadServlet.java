package org.beistand.helpdesk.engine.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.beistand.helpdesk.engine.control.AppletArchive;
import org.beistand.helpdesk.platform.web.PublicAddress;
import org.beistand.helpdesk.session.boundary.CustomerCookie;
import org.beistand.helpdesk.session.control.Kit;
import org.beistand.helpdesk.session.control.Kits;

/** Sends the applet with the customer's session inside, so that no PIN is typed twice. SESSION-FLOW 3. */
@WebServlet("/portal/session/program/*")
public class AppletDownloadServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Kits kits;

    @Inject
    transient Manifests manifests;

    @Inject
    transient CustomerCookie cookie;

    @Inject
    transient PublicAddress address;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var kit = Optional.ofNullable(request.getPathInfo())
                .map(path -> path.substring(1))
                .flatMap(kits::byPlatform);
        if (kit.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var helpdesk = URI.create(address.of(request));
        var manifest = cookie.read(request).flatMap(browser -> manifests.forBrowser(browser, helpdesk));
        if (manifest.isEmpty()) {
            response.sendRedirect(request.getContextPath() + "/portal/session");
            return;
        }
        send(kit.get(), manifest.get(), response);
    }

    private void send(Kit kit, String manifest, HttpServletResponse response) throws IOException {
        var now = clock.instant();
        response.setContentType(kit.isTar() ? "application/gzip" : "application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + kit.name() + "\"");
        response.setHeader("Cache-Control", "no-store");
        if (kit.isTar()) {
            response.setContentLengthLong(AppletArchive.tarLength(kit, manifest, now));
        }
        AppletArchive.send(kit, manifest, now, response.getOutputStream());
    }
}
