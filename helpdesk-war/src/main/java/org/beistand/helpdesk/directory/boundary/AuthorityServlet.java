package org.beistand.helpdesk.directory.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.beistand.helpdesk.authority.boundary.UploadedCertificates;
import org.beistand.helpdesk.authority.control.AuthorityFiles;

/** Takes the certificates of the directory's authority as files: {@code POST /admin/directory-authority}, then back. */
@WebServlet(urlPatterns = "/admin/directory-authority", name = "directoryAuthority")
@MultipartConfig(
        maxFileSize = AuthorityFiles.LARGEST,
        maxRequestSize = UploadedCertificates.LARGEST_REQUEST,
        fileSizeThreshold = AuthorityFiles.LARGEST)
public class AuthorityServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient DirectoryAdministration administration;

    /** Back to the page in any case; what it says there is one of the words of {@link UploadedCertificates}. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/admin/directory?authority="
                + UploadedCertificates.handOver(request, administration::trust) + "#authority");
    }
}
