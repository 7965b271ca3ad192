package org.beistand.applet.chat;

import java.time.Instant;
import java.util.UUID;

/** One line of the conversation. @param at the writer's clock */
public record Line(UUID id, String author, boolean fromCustomer, String text, Instant at) {}
