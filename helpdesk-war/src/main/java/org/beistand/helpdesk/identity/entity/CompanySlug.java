package org.beistand.helpdesk.identity.entity;

import java.util.regex.Pattern;

/**
 * A company's short name in addresses.
 *
 * @param text lower-case letters, digits and inner hyphens, at most 63
 */
public record CompanySlug(String text) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** Of the company that an installation begins with; its first administrator is in it. */
    public static final CompanySlug FIRST = new CompanySlug("default");

    public CompanySlug {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "A company's short name has only lower-case letters, digits and inner hyphens");
        }
    }

    /** Whether {@code text} could be a short name; for untrusted addresses. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }
}
