package org.beistand.helpdesk.authority.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.beistand.helpdesk.authority.control.AuthorityFiles;

/** Takes the certificates of the company's authorities as files: {@code POST /admin/company-authorities}, then back. */
@WebServlet(urlPatterns = "/admin/company-authorities", name = "companyAuthorities")
@MultipartConfig(
        maxFileSize = AuthorityFiles.LARGEST,
        maxRequestSize = UploadedCertificates.LARGEST_REQUEST,
        fileSizeThreshold = AuthorityFiles.LARGEST)
public class CompanyAuthoritiesServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient AuthorityAdministration administration;

    /** Back to the page in any case; what it says there is one of the words of {@link UploadedCertificates}. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/admin/authorities?upload="
                + UploadedCertificates.handOver(request, administration::trust));
    }
}
