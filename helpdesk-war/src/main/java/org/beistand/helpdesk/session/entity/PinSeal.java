package org.beistand.helpdesk.session.entity;

import java.time.Instant;

/**
 * What a session keeps of its PIN.
 *
 * @param hash keyed hash, 64 hexadecimal digits
 * @param digits how long the PIN is
 * @param expiresAt from here on it opens nothing
 */
public record PinSeal(String hash, int digits, Instant expiresAt) {}
