package org.beistand.helpdesk.directory.boundary;

import org.beistand.helpdesk.platform.problem.DomainException;

/** Something about the connection to the directory cannot be as it was asked for; the text says what. */
public final class DirectoryRuleException extends DomainException {

    DirectoryRuleException(String textKey, Object... arguments) {
        super(
                Rule.of(
                        "directory-" + textKey.replaceAll(".*\\.", "").replace('_', '-'),
                        Status.INVALID,
                        DirectoryTexts.BUNDLE,
                        textKey,
                        arguments),
                "Connection to the directory: " + textKey);
    }
}
