package org.beistand.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EncodedQueryTest {

    private static final List<Map<String, String>> ROWS = List.of(
            Map.of("sys_id", "2", "name", "Ada", "age", "36"),
            Map.of("sys_id", "1", "name", "Bo^b", "age", "36"),
            Map.of("sys_id", "3", "name", "Cy", "age", "40"));

    @Test
    void findsAndOrders() {
        assertThat(ids("age=36^ORDERBYsys_id")).containsExactly("1", "2");
        assertThat(ids("age>=36^nameLIKEc")).containsExactly("3");
        assertThat(ids("sys_idIN1,3^ORDERBYsys_id")).containsExactly("1", "3");
        assertThat(ids("name=Bo^^b")).containsExactly("1");
    }

    @Test
    void anUnknownColumnReturnsMoreAsARealInstanceDoes() {
        assertThat(ids("nonsense=1")).hasSize(3);
    }

    private static List<String> ids(String query) {
        return new EncodedQuery(query)
                .run(ROWS).stream().map(row -> row.getOrDefault("sys_id", "")).toList();
    }
}
