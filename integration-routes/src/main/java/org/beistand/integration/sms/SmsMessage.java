package org.beistand.integration.sms;

import java.util.UUID;

/**
 * One text to one person. {@code toString} does not show it: it carries a link.
 *
 * @param id the same at every attempt
 * @param report an address where a provider may tell later what became of it; it carries a secret. Empty for none
 */
public record SmsMessage(UUID id, PhoneNumber to, String text, String report) {

    @Override
    public String toString() {
        return "SmsMessage[" + id + "]";
    }
}
