package org.beistand.integration.sms;

import java.util.UUID;

/** One text to one person. {@code toString} does not show it: it carries a link. @param id the same at every attempt */
public record SmsMessage(UUID id, PhoneNumber to, String text) {
    @Override
    public String toString() {
        return "SmsMessage[" + id + "]";
    }
}
