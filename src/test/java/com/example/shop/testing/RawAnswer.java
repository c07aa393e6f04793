package com.example.shop.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back over the socket.
 *
 * @param status 0 when the connection ended without an answer
 */
public record RawAnswer(int status, List<String> headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    static RawAnswer parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.startsWith("HTTP/1.1 ")) {
            return new RawAnswer(0, List.of(), text);
        }
        List<String> head = text.substring(0, end).lines().toList();
        int status = Integer.parseInt(head.getFirst().substring(9, 12));
        return status == 100
                ? parse(text.substring(end + 4).getBytes(StandardCharsets.UTF_8))
                : new RawAnswer(status, head.subList(1, head.size()), body(head, text.substring(end + 4)));
    }

    /** Chunks end in CR LF, which no body here holds. */
    private static String body(List<String> head, String raw) {
        boolean chunked = head.stream().anyMatch(line -> line.equalsIgnoreCase("Transfer-Encoding: chunked"));
        return chunked ? raw.replaceAll("(?m)(^|\\r\\n)[0-9a-f]+\\r\\n", "").strip() : raw;
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether it has the headers by which a browser makes nothing of it but data. */
    public boolean isSealed() {
        return header("Content-Security-Policy")
                        .filter(policy -> policy.contains("default-src 'none'"))
                        .isPresent()
                && header("X-Content-Type-Options").filter("nosniff"::equals).isPresent()
                && header("X-Frame-Options").filter("DENY"::equals).isPresent()
                && header("Strict-Transport-Security").isPresent()
                && header("Cache-Control")
                        .filter(cache -> cache.contains("no-store"))
                        .isPresent();
    }

    public Optional<String> header(String name) {
        String start = name + ":";
        return headers.stream()
                .filter(header -> header.regionMatches(true, 0, start, 0, start.length()))
                .map(header -> header.substring(start.length()).strip())
                .findFirst();
    }

    /** The text of a field of the body; empty when there is none, or when the body is no JSON. */
    public String field(String name) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.path(name).asString("");
        } catch (RuntimeException notJson) {
            return "";
        }
    }
}
