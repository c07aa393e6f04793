package com.example.simulator.traffic;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls the shop; every status is an answer and so is silence. Thread-safe. */
class ShopClient {

    private final RestClient http;
    private final JsonMapper json;

    ShopClient(RestClient http, JsonMapper json) {
        this.http = http;
        this.json = json;
    }

    Answer call(ShopCall call) {
        try {
            RestClient.RequestBodySpec request = http.method(call.method())
                    .uri(call.path(), call.variables().toArray())
                    .headers(headers -> fill(headers, call));
            if (call.body() != null) {
                request.contentType(MediaType.APPLICATION_JSON).body(call.body());
            }
            return request.exchangeForRequiredValue((sent, response) -> answer(response));
        } catch (ResourceAccessException noAnswer) {
            return new Answer(Answer.NONE, MissingNode.getInstance());
        }
    }

    private static void fill(HttpHeaders headers, ShopCall call) {
        setIfPresent(headers, "Idempotency-Key", call.key());
        setIfPresent(headers, HttpHeaders.AUTHORIZATION, call.bearer() == null ? null : "Bearer " + call.bearer());
    }

    private static void setIfPresent(HttpHeaders headers, String name, @Nullable String value) {
        if (value != null) {
            headers.set(name, value);
        }
    }

    private Answer answer(ClientHttpResponse response) throws IOException {
        return new Answer(response.getStatusCode().value(), body(response));
    }

    private JsonNode body(ClientHttpResponse response) throws IOException {
        byte[] content = response.getBody().readAllBytes();
        try {
            return content.length == 0 ? MissingNode.getInstance() : json.readTree(content);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
