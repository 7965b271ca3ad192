package org.beistand.helpdesk.platform.tenancy;

/** Somebody asked for a company's data without saying which company: a programming error, never a person's. */
public final class NoCompanyException extends IllegalStateException {

    NoCompanyException() {
        this("No company on this thread: set it with CurrentCompany before the transaction begins");
    }

    NoCompanyException(String message) {
        super(message);
    }
}
