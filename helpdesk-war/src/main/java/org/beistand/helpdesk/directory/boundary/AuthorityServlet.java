package org.beistand.helpdesk.directory.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.beistand.helpdesk.directory.control.AuthorityFiles;
import org.beistand.helpdesk.directory.control.AuthorityFiles.Reason;

/** Takes the certificates of the company's authority as files: {@code POST /admin/directory-authority}, then back. */
@WebServlet(urlPatterns = "/admin/directory-authority", name = "directoryAuthority")
@MultipartConfig(
        maxFileSize = AuthorityFiles.LARGEST,
        maxRequestSize = AuthorityServlet.LARGEST_REQUEST,
        fileSizeThreshold = AuthorityFiles.LARGEST)
public class AuthorityServlet extends HttpServlet {

    static final int LARGEST_REQUEST = 4 * AuthorityFiles.LARGEST;

    private static final long serialVersionUID = 1;

    @Inject
    transient DirectoryAdministration administration;

    /** Back to the page in any case; what it says there is one of the names that {@link DirectoryPage} knows. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/admin/directory?authority=" + taken(request) + "#authority");
    }

    private String taken(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST_REQUEST) {
            return Reason.LARGE.name();
        }
        try {
            List<byte[]> files = new ArrayList<>();
            for (Part part : request.getParts()) {
                if (part.getSubmittedFileName() != null
                        && !part.getSubmittedFileName().isBlank()) {
                    files.add(bytes(part));
                }
            }
            return files.isEmpty()
                    ? DirectoryPage.NO_FILE
                    : administration.trust(files).map(Reason::name).orElse(DirectoryPage.TAKEN);
        } catch (IllegalStateException beyondTheLimits) {
            return Reason.LARGE.name();
        } catch (ServletException noForm) {
            return DirectoryPage.NO_FILE;
        }
    }

    private static byte[] bytes(Part part) throws IOException {
        try (var in = part.getInputStream()) {
            return in.readNBytes(AuthorityFiles.LARGEST + 1);
        } finally {
            part.delete();
        }
    }
}
