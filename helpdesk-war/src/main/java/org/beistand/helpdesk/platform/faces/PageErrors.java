package org.beistand.helpdesk.platform.faces;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Iterator;
import org.beistand.helpdesk.platform.problem.Causes;
import org.beistand.helpdesk.platform.problem.DomainException;
import org.beistand.helpdesk.platform.problem.DomainException.Status;

/**
 * What a page does with an exception: a broken rule becomes a message on the same page, something that does not exist
 * becomes the 404 page, a page that was open too long is opened afresh, and all else goes to the error page.
 */
final class PageErrors extends ExceptionHandlerWrapper {

    PageErrors(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            var queued = events.next().getContext();
            if (isDealtWith(queued.getContext(), queued.getException(), queued.getPhaseId())) {
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean isDealtWith(FacesContext context, Throwable thrown, PhaseId phase) {
        return switch (Causes.meaningful(thrown)) {
            case ViewExpiredException expired -> reopened(context);
            case DomainException broken when phase == PhaseId.RENDER_RESPONSE -> answered(context, broken);
            case DomainException broken when broken.rule().status() == Status.NOT_FOUND -> answered(context, broken);
            case DomainException broken when broken.rule().status() == Status.FORBIDDEN -> answered(context, broken);
            case DomainException broken -> said(context, broken);
            default -> false;
        };
    }

    private static boolean said(FacesContext context, DomainException broken) {
        String text = CDI.current().select(Texts.class).get().of(broken.rule());
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, ""));
        context.validationFailed();
        context.renderResponse();
        return true;
    }

    private static boolean answered(FacesContext context, DomainException broken) {
        ExternalContext external = context.getExternalContext();
        try {
            external.responseSendError(broken.rule().status().http(), "");
            context.responseComplete();
            return true;
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }

    private static boolean reopened(FacesContext context) {
        ExternalContext external = context.getExternalContext();
        try {
            external.redirect(((HttpServletRequest) external.getRequest()).getRequestURI());
            context.responseComplete();
            return true;
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }
}
