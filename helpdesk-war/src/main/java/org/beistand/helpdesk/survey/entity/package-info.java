/** What a company asks. Answers are entries of the ticket. */
@NullMarked
package org.beistand.helpdesk.survey.entity;

import org.jspecify.annotations.NullMarked;
