/** Proves that only the helpdesk's own word is believed. Keys are made afresh for every run. */
@org.jspecify.annotations.NullMarked
package org.beistand.engine.protocol.grant;
