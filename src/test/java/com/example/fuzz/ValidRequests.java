package com.example.fuzz;

import com.example.shop.testing.RawRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Requests that are as the document wants them. */
final class ValidRequests {

    private final Samples samples;
    private final Vocabulary vocabulary;

    ValidRequests(ApiDocument document, Vocabulary vocabulary) {
        this.samples = new Samples(document, vocabulary);
        this.vocabulary = vocabulary;
    }

    RawRequest of(ApiOperation operation, Random random) {
        String target = path(operation, random) + query(operation, random);
        RawRequest request = RawRequest.of(operation.method(), target);
        for (ApiOperation.Parameter header : chosen(operation, "header", random)) {
            request = request.plus(header.name() + ": " + text(operation, header, random));
        }
        if (operation.hasBody()) {
            request = request.plus("Content-Type: application/json")
                    .body(body(operation, random).toString());
        }
        RawRequest whole = request;
        return vocabulary.token(operation, random).map(whole::token).orElse(whole);
    }

    JsonNode body(ApiOperation operation, Random random) {
        return vocabulary.body(operation, random).orElseGet(() -> samples.of(operation, "", operation.body(), random));
    }

    String path(ApiOperation operation, Random random) {
        String path = operation.template();
        for (ApiOperation.Parameter parameter : operation.in("path")) {
            path = path.replace("{" + parameter.name() + "}", encoded(text(operation, parameter, random)));
        }
        return path;
    }

    private String query(ApiOperation operation, Random random) {
        List<String> pairs = new ArrayList<>();
        for (ApiOperation.Parameter parameter : chosen(operation, "query", random)) {
            pairs.add(parameter.name() + "=" + encoded(text(operation, parameter, random)));
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private String text(ApiOperation operation, ApiOperation.Parameter parameter, Random random) {
        return samples.of(operation, parameter.name(), parameter.schema(), random)
                .asString();
    }

    private static List<ApiOperation.Parameter> chosen(ApiOperation operation, String place, Random random) {
        return operation.in(place).stream()
                .filter(parameter -> parameter.required() || random.nextInt(10) < 5)
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
