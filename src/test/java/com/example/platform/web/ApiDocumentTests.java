package com.example.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = WebTestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ApiDocumentTests {

    private static final List<String> ANYWHERE = List.of("400", "401", "406", "413", "415", "500", "503");

    @LocalServerPort
    private int port;

    private JsonNode document;

    @BeforeEach
    void read() {
        document = new JsonMapper()
                .readTree(RestTestClient.bindToServer()
                        .baseUrl("http://localhost:" + port)
                        .build()
                        .get()
                        .uri("/v3/api-docs")
                        .exchange()
                        .returnResult(String.class)
                        .getResponseBody());
    }

    @Test
    void everyOperationNamesTheProblemsThatAnyCallMayMeet() {
        assertThat(operations())
                .hasSizeGreaterThan(5)
                .allSatisfy(operation -> assertThat(operation.path("responses").propertyNames())
                        .containsAll(ANYWHERE)
                        .contains("200"));
    }

    @Test
    void anIdempotencyKeyMayHaveComeWithAnotherContent() {
        assertThat(statuses("/t/keyed")).contains("422");
        assertThat(statuses("/t/bug")).doesNotContain("422", "403");
    }

    @Test
    void everyProblemOfTheDocumentHasTheShapeOfOne() {
        assertThat(document.at("/components/responses").properties())
                .isNotEmpty()
                .allSatisfy(response -> assertThat(response.getValue()
                                .path("content")
                                .path("application/problem+json")
                                .at("/schema/$ref")
                                .stringValue())
                        .isEqualTo("#/components/schemas/Problem"));
        assertThat(document.at("/components/schemas/Problem/properties").propertyNames())
                .contains("type", "status", "detail", "trace_id", "errors");
    }

    private Collection<String> statuses(String path) {
        return document.path("paths").path(path).at("/get/responses").propertyNames();
    }

    private Stream<JsonNode> operations() {
        return document.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }
}
