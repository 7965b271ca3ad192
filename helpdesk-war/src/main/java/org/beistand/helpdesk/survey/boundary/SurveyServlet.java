package org.beistand.helpdesk.survey.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.beistand.helpdesk.platform.faces.Language;
import org.beistand.helpdesk.platform.security.SecretToken;
import org.beistand.helpdesk.platform.web.ClientAddress;
import org.beistand.helpdesk.session.boundary.CompanyOfLink;
import org.beistand.helpdesk.session.boundary.CustomerCookie;
import org.beistand.helpdesk.session.control.LinkThrottle;
import org.beistand.helpdesk.session.control.Source;
import org.beistand.helpdesk.session.entity.SessionDoor.Kind;
import org.beistand.helpdesk.ticket.entity.SurveyAnswer;

/**
 * The question after a session. {@code /survey/<token>} is the link, which finds the company and goes on at the company's
 * own address; without a token the browser's cookie says which session it is about.
 */
@WebServlet({"/survey/*", "/portal/survey", "/portal/survey/*"})
public class SurveyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/WEB-INF/survey/survey.xhtml";
    private static final String NO_LINK = "/WEB-INF/portal/no-link.xhtml";
    private static final String SESSION = "/portal/session";

    @Inject
    transient CustomerSurveys surveys;

    @Inject
    transient SurveyPage page;

    @Inject
    transient CustomerCookie cookie;

    @Inject
    transient CompanyOfLink companies;

    @Inject
    transient LinkThrottle throttle;

    @Inject
    transient ClientAddress address;

    @Inject
    transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        var link = link(request);
        if (request.getServletPath().equals("/survey")) {
            goToCompany(link, request, response);
        } else if (request.getPathInfo() == null) {
            response.sendRedirect(request.getContextPath() + SESSION);
        } else {
            show(link, request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        boolean byLink = request.getPathInfo() != null;
        var token = byLink ? link(request) : cookie.read(request);
        Kind kind = byLink ? Kind.SURVEY : Kind.BROWSER;
        int stars = stars(request);
        String comment = Optional.ofNullable(request.getParameter("comment")).orElse("");
        if (stars == 0 || comment.length() > SurveyAnswer.LONGEST_COMMENT) {
            again(token, kind, comment, request, response);
        } else if (token.isPresent() && mayTry(request) && surveys.answer(token.get(), kind, stars, comment)) {
            response.sendRedirect(request.getContextPath()
                    + (byLink ? "/portal/survey/" + token.get().value() : SESSION));
        } else {
            noLink(request, response);
        }
    }

    private void show(Optional<SecretToken> link, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var view = mayTry(request)
                ? link.flatMap(token -> surveys.behind(token, Kind.SURVEY, language.locale()))
                : Optional.<SurveyView>empty();
        if (view.isPresent()) {
            page.show(view.get(), link.orElseThrow());
            request.getRequestDispatcher(PAGE).forward(request, response);
        } else {
            noLink(request, response);
        }
    }

    /** No star was chosen: nothing that was typed is lost. */
    private void again(
            Optional<SecretToken> token,
            Kind kind,
            String comment,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        page.starsMissing(comment.substring(0, Math.min(comment.length(), SurveyAnswer.LONGEST_COMMENT)));
        if (kind == Kind.SURVEY) {
            show(token, request, response);
        } else if (token.flatMap(own -> surveys.behind(own, kind, language.locale()))
                .isPresent()) {
            request.getRequestDispatcher(PAGE).forward(request, response);
        } else {
            noLink(request, response);
        }
    }

    private void goToCompany(Optional<SecretToken> link, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var company = companies.address(link, surveys::companyBehind, request);
        if (company.isPresent()) {
            response.sendRedirect(
                    company.get() + "/survey/" + link.orElseThrow().value());
        } else {
            noLink(request, response);
        }
    }

    private void noLink(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        throttle.missed(Source.of(address.of(request)));
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        request.getRequestDispatcher(NO_LINK).forward(request, response);
    }

    private boolean mayTry(HttpServletRequest request) {
        return throttle.mayTry(Source.of(address.of(request)));
    }

    /** @return 0 for none that there is */
    private static int stars(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("stars"))
                .filter(text -> text.matches("[1-" + SurveyAnswer.MOST_STARS + "]"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    private static Optional<SecretToken> link(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo())
                .map(path -> path.substring(1))
                .flatMap(SecretToken::presented);
    }
}
