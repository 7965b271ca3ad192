package org.beistand.helpdesk.session.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Serves the viewer below {@code /viewer/<stamp>/}, for good, and below {@code /viewer/} or a stamp of another version as it is
 * now: a page that was made by another helpdesk of the same house, in the middle of an update, still finds its modules.
 */
@WebServlet("/viewer/*")
public class ViewerFilesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String STAMP_SHAPE = "[0-9a-f]{16}";
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";
    private static final String FOR_NOW = "no-cache";

    @Inject
    transient ViewerFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        var first = path.substring(0, Math.max(0, path.indexOf('/')));
        boolean stamped = first.matches(STAMP_SHAPE);
        Optional<StoredFile> found = files.find(stamped ? path.substring(first.length() + 1) : path);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", files.isStamp(first) ? FOR_GOOD : FOR_NOW);
        response.setHeader("Vary", "Accept-Encoding");
        response.setContentType(found.get().type());
        send(found.get(), takesPacked(request), response);
    }

    private static boolean takesPacked(HttpServletRequest request) {
        var accepted = Optional.ofNullable(request.getHeader("Accept-Encoding")).orElse("");
        return accepted.matches("(?i)(.*[,\\s])?gzip([,\\s].*)?");
    }

    private static void send(StoredFile file, boolean packed, HttpServletResponse response) throws IOException {
        if (packed) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] bytes = packed ? file.packed() : file.plain();
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
