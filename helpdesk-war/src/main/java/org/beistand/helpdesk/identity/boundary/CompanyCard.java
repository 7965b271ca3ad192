package org.beistand.helpdesk.identity.boundary;

import java.io.Serializable;
import java.util.UUID;
import org.beistand.helpdesk.identity.entity.Company;

/**
 * What pages and other components need to know of a company.
 *
 * @param language tag of the company's own language
 * @param pinLength digits
 * @param pinMinutes life of a PIN
 */
public record CompanyCard(
        UUID id, String slug, String name, String brand, String language, int pinLength, int pinMinutes)
        implements Serializable {

    static CompanyCard of(Company company) {
        return new CompanyCard(
                company.id(),
                company.slug(),
                company.name(),
                company.brand(),
                company.language().toLanguageTag(),
                company.pinLength(),
                company.pinMinutes());
    }
}
