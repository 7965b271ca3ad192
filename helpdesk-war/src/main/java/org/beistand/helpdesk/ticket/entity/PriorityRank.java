package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a priority as its rank. The column is never null. */
@Converter
final class PriorityRank implements AttributeConverter<TicketPriority, Integer> {

    @Override
    public Integer convertToDatabaseColumn(TicketPriority priority) {
        return priority.rank();
    }

    @Override
    public TicketPriority convertToEntityAttribute(Integer rank) {
        return TicketPriority.ofRank(rank);
    }
}
