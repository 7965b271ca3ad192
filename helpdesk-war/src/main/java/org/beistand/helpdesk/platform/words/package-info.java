/**
 * How facts are said to people in every room alike. Words themselves lie in message bundles, and what only one room says is
 * said there.
 */
@org.jspecify.annotations.NullMarked
package org.beistand.helpdesk.platform.words;
