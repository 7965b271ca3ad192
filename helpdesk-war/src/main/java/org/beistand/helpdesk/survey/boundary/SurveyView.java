package org.beistand.helpdesk.survey.boundary;

import org.beistand.helpdesk.survey.control.Surveys.Standing;

/**
 * The question as its page shows it.
 *
 * @param question the company's own words, in the session's language; empty for the usual ones
 */
public record SurveyView(Standing standing, String technician, String question) {

    public boolean isOpen() {
        return standing == Standing.OPEN;
    }

    public boolean isAnswered() {
        return standing == Standing.ANSWERED;
    }
}
