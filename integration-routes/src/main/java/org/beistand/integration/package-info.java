/** The facade in front of Apache Camel. Knows neither CDI nor JPA, nor any of our entities. */
@org.jspecify.annotations.NullMarked
package org.beistand.integration;
