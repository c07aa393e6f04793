package com.example.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns calls into hashes that can be compared, and responses into the bytes that leave. Thread-safe. */
class Fingerprints {

    private final JsonMapper json;
    private final JsonMapper sorted;

    Fingerprints(JsonMapper json) {
        this.json = json;
        this.sorted = json.rebuild()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }

    static boolean isValid(String key) {
        return !key.isEmpty() && key.length() <= 255 && key.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    IdempotentKey key(IdempotentCall call) {
        byte[] hash = sha256(String.valueOf(call.key()).getBytes(StandardCharsets.US_ASCII));
        return new IdempotentKey(call.subject(), call.operation(), hash);
    }

    byte[] content(IdempotentCall call) {
        return sha256(sorted.writeValueAsBytes(call.content()));
    }

    Answer answer(ResponseEntity<?> response) {
        Object body = response.getBody();
        byte[] bytes = body instanceof byte[] made ? made : body == null ? new byte[0] : json.writeValueAsBytes(body);
        Map<String, List<String>> headers = new HashMap<>();
        response.getHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        if (bytes.length > 0 && response.getHeaders().getContentType() == null) {
            MediaType type =
                    body instanceof ProblemDetail ? MediaType.APPLICATION_PROBLEM_JSON : MediaType.APPLICATION_JSON;
            headers.put(HttpHeaders.CONTENT_TYPE, List.of(type.toString()));
        }
        return new Answer(response.getStatusCode().value(), headers, bytes);
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
