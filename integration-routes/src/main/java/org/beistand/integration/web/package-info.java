/** One HTTP request and its answer, for every route but ServiceNow's. Decides nothing about what an answer means. */
@NullMarked
package org.beistand.integration.web;

import org.jspecify.annotations.NullMarked;
