package org.beistand.helpdesk.platform.faces;

import java.util.UUID;

/**
 * Somebody who is signed in chose a language by the switch on a page.
 *
 * @param language tag of a complete language
 */
public record LanguageChosen(UUID accountId, String language) {}
