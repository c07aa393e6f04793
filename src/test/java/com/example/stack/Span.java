package com.example.stack;

import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A span of a trace as Tempo hands it out, with the attributes of its resource and its own. */
record Span(String traceId, Instant start, Instant end, Map<String, String> attributes) {

    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    /** The spans of a trace; none if Tempo does not have it. */
    static List<Span> ofTrace(String id, Reply reply) {
        if (!reply.ok()) {
            return List.of();
        }
        return Board.stream(reply.json().path("trace").path("resourceSpans"))
                .flatMap(resource -> Board.stream(resource.path("scopeSpans"))
                        .flatMap(scope -> Board.stream(scope.path("spans")))
                        .map(span -> read(id, resource.path("resource"), span)))
                .toList();
    }

    /** The tags that a link names, as matchers under the names that it gives them. */
    String tags(JsonNode link) {
        return Board.stream(link.path("tags"))
                .filter(tag -> attributes.containsKey(tag.path("key").asString()))
                .map(tag -> tag.path("value").asString(tag.path("key").asString()) + "=\""
                        + attributes.get(tag.path("key").asString()) + "\"")
                .collect(Collectors.joining(", "));
    }

    private static Span read(String id, JsonNode resource, JsonNode span) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Stream.of(resource, span)
                .flatMap(owner -> Board.stream(owner.path("attributes")))
                .forEach(attribute -> attributes.put(
                        attribute.path("key").asString(),
                        attribute.path("value").path("stringValue").asString("")));
        return new Span(id, instant(span, "startTimeUnixNano"), instant(span, "endTimeUnixNano"), attributes);
    }

    private static Instant instant(JsonNode span, String field) {
        BigInteger[] parts = new BigInteger(span.path(field).asString("0")).divideAndRemainder(NANOS);
        return Instant.ofEpochSecond(parts[0].longValue(), parts[1].longValue());
    }
}
