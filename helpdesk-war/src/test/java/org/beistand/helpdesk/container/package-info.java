/**
 * What only a container shows, tested from inside one: Arquillian puts these classes into the built WAR and deploys it on
 * Payara Micro. Knocking at doors from outside belongs to the components' own {@code *DoorsIT}.
 */
@NullMarked
package org.beistand.helpdesk.container;

import org.jspecify.annotations.NullMarked;
