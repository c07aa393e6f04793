package com.example.shop.testing;

import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the shop answered. */
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public JsonNode json() {
        return JSON.readTree(body());
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The text at a path such as {@code /items/0/sku}; empty when there is none. */
    public String at(String pointer) {
        return json().at(pointer).asString("");
    }

    public String problem() {
        return at("/type").replace("urn:problem:", "");
    }
}
