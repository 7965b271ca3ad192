package org.beistand.helpdesk.identity.boundary;

import java.util.UUID;

/**
 * The demo company while it is being filled.
 *
 * @param id the company
 * @param password of every demo account
 */
public record DemoCompany(UUID id, String password) {

    @Override
    public String toString() {
        return "DemoCompany[" + id + "]";
    }
}
