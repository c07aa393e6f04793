package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.testing.Skip;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What Grafana has made of its files, as somebody sees it who has not logged in. */
@Tag("stack")
class GrafanaIntegrationTests {

    private static final Inventory INVENTORY = Inventory.of(Repository.here());

    private static URI grafana;

    @BeforeAll
    static void start() {
        grafana = Stack.live().grafana();
        if (!answers()) {
            throw Skip.because("no Grafana answers at " + grafana);
        }
    }

    @Test
    void everyBoardIsThere() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(INVENTORY.boards().stream()
                                .filter(board -> !Reply.get(grafana, "/api/dashboards/uid/" + board.uid())
                                        .ok()))
                        .isEmpty());
    }

    @Test
    void everyDataSourceIsThere() {
        JsonNode known = Reply.get(grafana, "/api/frontend/settings").json().path("datasources");
        assertThat(INVENTORY.dataSources().stream()
                        .flatMap(sources -> sources.all().stream())
                        .map(source -> source.path("uid").asString())
                        .filter(uid -> Board.stream(known)
                                .noneMatch(source ->
                                        source.path("uid").asString("").equals(uid))))
                .isEmpty();
    }

    @Test
    void nobodyChangesABoard() {
        Reply reply = Reply.send(HttpRequest.newBuilder(grafana.resolve("/api/dashboards/db"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"dashboard\": {\"title\": \"Mine\"}}")));
        assertThat(reply.status()).isIn(401, 403);
    }

    private static boolean answers() {
        try {
            return Reply.get(grafana, "/api/health").ok();
        } catch (UncheckedIOException silent) {
            return false;
        }
    }
}
