/** One class in the package of Camel's SMPP component, which lets its connections be made from here only. Nothing else belongs here. */
@org.jspecify.annotations.NullMarked
package org.apache.camel.component.smpp;
