package com.example.fuzz;

import com.example.shop.testing.HostileInput;
import com.example.shop.testing.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What goes in the place of a value, of a header line and of a whole request. */
final class HostileValues {

    /** Texts of JSON, and some that are none. */
    static final List<String> JSON = Stream.concat(
                    HostileInput.VALUES.stream(),
                    Stream.of(
                            "2147483648",
                            "-2147483649",
                            "9223372036854775807",
                            "9223372036854775808",
                            "-9223372036854775808",
                            "1E2",
                            "0.0000001",
                            "-0",
                            "01",
                            "0x10",
                            "NaN",
                            "-Infinity",
                            "false",
                            "'zz'",
                            "zz",
                            "\"\\u202e\\ufeff\\u0000\"",
                            "\"" + "a\\u0301".repeat(80) + "\"",
                            "\"\\ud83d\\ude00\"",
                            "\"\\uffff\\ufffe\"",
                            "\"\\x00\"",
                            "\"2026-13-45T99:99:99Z\"",
                            "\"+1000000000-12-31T23:59:59.999999999Z\"",
                            "\"-1000000000-01-01T00:00:00Z\"",
                            "\"0000-00-00T00:00:00Z\"",
                            "\"9999-12-31T23:59:59.999999999+18:00\"",
                            "\"tok_visa\"",
                            "\"tok_" + "v".repeat(300) + "\"",
                            "\"zz@" + "z".repeat(240) + ".example\"",
                            "\"BOK-0001\"",
                            "\"EUR\"",
                            "\"eur\"",
                            "[".repeat(600) + "]".repeat(600),
                            "{\"zz\":".repeat(300) + "1" + "}".repeat(300),
                            "[" + "1,".repeat(20_000) + "1]",
                            "\"" + "\\\\".repeat(10_000) + "\""))
            .toList();

    private HostileValues() {}

    static List<String> headers(List<String> marked) {
        List<String> lines = new ArrayList<>(List.of(
                "Accept: zz",
                "Accept: text/html",
                "Accept: */*;q=0",
                "Accept: application/json;q=0.1, text/*",
                "Accept-Encoding: gzip, br;q=zz",
                "Accept-Language: zz-" + "z".repeat(500),
                "Authorization: Bearer",
                "Authorization: Bearer zz.zz.zz",
                "Authorization: Bearer e30.e30.",
                "Authorization: Basic enp6eg==",
                "Content-Type: text/plain",
                "Content-Type: application/json;charset=zz",
                "Content-Type: application/json;charset=UTF-16",
                "Content-Type: application/problem+json",
                "Content-Type: multipart/form-data; boundary=zz",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: */*",
                "Content-Type: zz",
                "Content-Encoding: gzip",
                "Content-Length: -1",
                "Content-Length: 99999999999999999999",
                "Content-Length: 70000",
                "Content-Length: 0",
                "Content-Length: 3\r\nContent-Length: 4",
                "Transfer-Encoding: chunked",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: chunked\r\nContent-Length: 10",
                "Expect: 100-continue",
                "Expect: zz",
                "Host: zz\r\nHost: zz",
                "Host: z z",
                "Connection: upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: zz",
                "Connection: upgrade\r\nUpgrade: websocket",
                "Range: bytes=0-1,5-",
                "If-Match: zz",
                "If-None-Match: *",
                "If-Unmodified-Since: zz",
                "Origin: http://zz\r\nAccess-Control-Request-Method: DELETE",
                "X-HTTP-Method-Override: DELETE",
                "X-Forwarded-For: zz\r\nX-Forwarded-Proto: zz\r\nX-Forwarded-Port: 99999999",
                "Forwarded: for=zz;proto=zz;host=z z",
                "Cookie: JSESSIONID=zz; =; zz=\u0001",
                "traceparent: 00-" + "f".repeat(32) + "-" + "f".repeat(16) + "-ff",
                "traceparent: ff-zz",
                "tracestate: " + "z=1,".repeat(200),
                "X-Request-Id: \u00e9\u0000",
                "Zz: " + "z".repeat(17_000),
                "Zz: z\r\n z: folded",
                "Zz\u0000: zz",
                ("Zz: zz\r\n").repeat(300) + "Zz: zz"));
        HostileInput.KEYS.forEach(key -> lines.add("Idempotency-Key: " + key));
        for (String secret : marked) {
            Stream.of("X-Request-Id", "User-Agent", "Referer", "baggage", "Idempotency-Key", "Accept-Language", "Zz")
                    .forEach(name -> lines.add(name + ": " + secret));
        }
        return lines;
    }

    static byte[] garbage(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The connection ends in the middle. */
    static byte[] cut(byte[] bytes, Random random) {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }

    /** A second request where the two ways of telling a body's length lead to two answers. */
    static byte[] smuggling(RawRequest request, Random random) {
        String second = "GET /zz HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String coding = random.nextBoolean() ? "Transfer-Encoding: chunked" : "Transfer-Encoding : chunked";
        String text = request.method() + " " + request.target() + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                + random.nextInt(20) + "\r\n" + coding + "\r\n\r\n0\r\n\r\n" + second;
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
