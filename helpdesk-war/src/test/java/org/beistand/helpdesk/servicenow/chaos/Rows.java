package org.beistand.helpdesk.servicenow.chaos;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.beistand.helpdesk.testkit.TestDatabase;

/** What is really in the tables. */
final class Rows {

    private Rows() {}

    static long count(TestDatabase database, String sql) {
        return Long.parseLong(texts(database, sql).getFirst());
    }

    /** The first column of every row. */
    static List<String> texts(TestDatabase database, String sql) {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
