package org.beistand.helpdesk.ticket.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps a short, never changing list of ids in one column. */
@Converter
final class IdList implements AttributeConverter<List<UUID>, String> {

    @Override
    public String convertToDatabaseColumn(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
    }

    @Override
    public List<UUID> convertToEntityAttribute(String written) {
        return Arrays.stream(written.split(" ", -1))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .toList();
    }
}
