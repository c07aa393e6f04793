package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.example.stack.Query.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that stands in a file of the stack is passed over in silence. */
class InventoryTests {

    @TempDir
    private Path folder;

    @Test
    void aNewBoardIsCovered() throws IOException {
        board("""
                {"type": "stat", "title": "New", "datasource": {"type": "prometheus", "uid": "${prometheus}"},
                 "targets": [{"refId": "A", "expr": "up"}]}""");
        assertThat(inventory().queries())
                .extracting(query -> query.origin().toString(), Query::text)
                .containsExactly(tuple("grafana/dashboards/new/new.json: New (A)", "up"));
    }

    @Test
    void aDataSourceThatNoTestAsksIsAnError() throws IOException {
        board("""
                {"type": "stat", "title": "New", "datasource": {"type": "mysql", "uid": "m"},
                 "targets": [{"refId": "A", "rawSql": "select 1"}]}""");
        assertUnreadable("New (A): a query for the data source type 'mysql'");
    }

    @Test
    void aPanelWithoutAQueryIsAnError() throws IOException {
        board("{\"type\": \"gauge\", \"title\": \"New\"}");
        assertUnreadable("a panel of type 'gauge' without a query");
    }

    @Test
    void aTargetOfUnknownShapeIsAnError() throws IOException {
        board("""
                {"type": "table", "title": "New", "datasource": {"type": "tempo", "uid": "${tempo}"},
                 "targets": [{"refId": "A", "queryType": "traceqlSearch", "filters": []}]}""");
        assertUnreadable("a Tempo query of type 'traceqlSearch'");
    }

    @Test
    void aLinkThatLeadsWhoKnowsWhereIsAnError() throws IOException {
        board("""
                {"type": "text", "title": "New", "links": [{"title": "Away", "url": "somewhere"}]}""");
        assertUnreadable("a link to 'somewhere'");
    }

    @Test
    void anAddressOfExploreThatDoesNotParseIsAnError() throws IOException {
        board("""
                {"type": "text", "title": "New", "links": [{"title": "Lines", "url": "/explore?panes=%7B%22a"}]}""");
        assertUnreadable("panes that do not parse");
    }

    @Test
    void queriesOfDocumentsCarryTheirMarks() throws IOException {
        write("docs/queries.md", """
                ## Errors
                Marks look like `<!-- empty-unless: gateway-outage -->`.
                ```promql
                up
                ```
                <!-- empty-unless: gateway-outage -->
                ```logql
                {service="a"}
                ```
                """);
        assertThat(inventory().queries()).hasSize(2);
        assertThat(inventory().marks()).containsExactly(Map.entry("docs/queries.md: Errors 2", "gateway-outage"));
    }

    @Test
    void aMarkInWordsIsAnError() throws IOException {
        write("docs/queries.md", "<!-- empty-unless: the gateway is away -->\n```promql\nup\n```\n");
        assertUnreadable("a mark that is not the name of a scenario");
    }

    @Test
    void aMarkBeforeNoQueryIsAnError() throws IOException {
        write("docs/queries.md", "<!-- empty-unless: gateway-outage -->\n");
        assertUnreadable("the mark 'gateway-outage' stands before no query");
    }

    @Test
    void rulesAreCovered() throws IOException {
        write("prometheus/rules/new.yml", """
                groups:
                  - name: new
                    rules:
                      - {record: "a:b", expr: up}
                      - {alert: Down, expr: up == 0}
                """);
        assertThat(inventory().queries()).extracting(Query::reading).containsExactly(Reading.INSTANT, Reading.INPUTS);
    }

    @Test
    void aSingleDollarInADataSourceIsAnError() throws IOException {
        write("grafana/provisioning/datasources/new.yaml", """
                datasources:
                  - {name: Loki, jsonData: {url: "${__value.raw}"}}
                """);
        assertUnreadable("a single $");
    }

    private void assertUnreadable(String message) {
        assertThatExceptionOfType(Unreadable.class).isThrownBy(this::inventory).withMessageContaining(message);
    }

    private Inventory inventory() {
        Inventory inventory = Inventory.of(new Repository(folder));
        // links are read when they are followed
        inventory.boards().forEach(board -> board.links().toList());
        return inventory;
    }

    private void board(String panel) throws IOException {
        write("grafana/dashboards/new/new.json", "{\"uid\": \"new\", \"panels\": [" + panel + "]}");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
