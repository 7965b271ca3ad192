package org.beistand.integration.mail;

/** No token for XOAUTH2 was to be had. */
final class TokenRefused extends RuntimeException {

    TokenRefused(String reason) {
        super(reason, null, false, false);
    }
}
