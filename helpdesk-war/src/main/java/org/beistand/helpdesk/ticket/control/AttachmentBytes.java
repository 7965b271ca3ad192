package org.beistand.helpdesk.ticket.control;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * The bytes of attachments, in rows of {@value #CHUNK} bytes: they are backed up with the rest, every node of the
 * helpdesk sees them, and neither way needs more memory than one row. Uses whatever connection and transaction it is
 * given; the company is part of every statement.
 */
final class AttachmentBytes {

    /** Small beside any heap, large beside the cost of a statement. */
    static final int CHUNK = 256 * 1024;

    private final UUID company;

    AttachmentBytes(UUID company) {
        this.company = company;
    }

    void write(Connection connection, UUID attachment, InputStream bytes) throws SQLException, IOException {
        try (var insert = connection.prepareStatement(
                "insert into ticket_attachment_chunk (attachment_id, position, company_id, bytes) values (?, ?, ?, ?)")) {
            var position = 0;
            for (byte[] chunk; (chunk = bytes.readNBytes(CHUNK)).length > 0; position++) {
                insert.setObject(1, attachment);
                insert.setInt(2, position);
                insert.setObject(3, company);
                insert.setBytes(4, chunk);
                insert.executeUpdate();
            }
        }
    }

    /** @return the bytes of that row, empty after the last one */
    Optional<byte[]> read(Connection connection, UUID attachment, int position) throws SQLException {
        try (var select = connection.prepareStatement(
                "select bytes from ticket_attachment_chunk where attachment_id = ? and position = ? and company_id = ?")) {
            select.setObject(1, attachment);
            select.setInt(2, position);
            select.setObject(3, company);
            try (var result = select.executeQuery()) {
                return result.next() ? Optional.of(result.getBytes(1)) : Optional.empty();
            }
        }
    }
}
