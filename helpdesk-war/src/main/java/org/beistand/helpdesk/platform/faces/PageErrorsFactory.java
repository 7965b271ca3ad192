package org.beistand.helpdesk.platform.faces;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link PageErrors} around the handler of the component library; named in faces-config.xml. */
public final class PageErrorsFactory extends ExceptionHandlerFactory {

    public PageErrorsFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new PageErrors(getWrapped().getExceptionHandler());
    }
}
