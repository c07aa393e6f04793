package com.example.ops.page;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** An identity provider as OpenID Connect describes it, whose people log in by themselves. */
final class FakeProvider implements AutoCloseable {

    static final String AUDIENCE = "ops-api";

    static final String CLIENT = "ops";

    private final HttpServer http;
    private final RSAKey key;
    private volatile Map<String, String> asked = Map.of();

    /** What the person may do. */
    volatile String role = "operator";

    /** Whom the token for calls is about; the person, unless something is wrong. */
    volatile String subject = "ada";

    volatile boolean absent;

    FakeProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("1").generate();
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | JOSEException failure) {
            throw new IllegalStateException(failure);
        }
        http.createContext("/", this::handle);
        http.start();
    }

    String issuer() {
        return "http://localhost:" + http.getAddress().getPort();
    }

    /** What came with the person who was sent here. */
    Map<String, String> asked() {
        return asked;
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void handle(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = call.getRequestURI().getPath();
        if (absent) {
            call.sendResponseHeaders(503, -1);
        } else if (path.equals("/authorize")) {
            asked = parameters(call.getRequestURI().getRawQuery());
            call.getResponseHeaders()
                    .set("Location", asked.get("redirect_uri") + "?code=the-code&state=" + encoded(asked.get("state")));
            call.sendResponseHeaders(302, -1);
        } else {
            answer(call, json(path, parameters(body)));
        }
        call.close();
    }

    private Object json(String path, Map<String, String> form) {
        return switch (path) {
            case "/.well-known/openid-configuration" ->
                Map.of(
                        "issuer", issuer(),
                        "authorization_endpoint", issuer() + "/authorize",
                        "token_endpoint", issuer() + "/token",
                        "jwks_uri", issuer() + "/keys",
                        "response_types_supported", List.of("code"),
                        "subject_types_supported", List.of("public"),
                        "id_token_signing_alg_values_supported", List.of("RS256"));
            case "/keys" -> new JWKSet(key.toPublicJWK()).toJSONObject();
            case "/token" ->
                "the-code".equals(form.get("code"))
                        ? Map.of(
                                "access_token",
                                token(AUDIENCE, subject),
                                "id_token",
                                token(CLIENT, "ada"),
                                "token_type",
                                "Bearer",
                                "expires_in",
                                300)
                        : Map.of("error", "invalid_grant");
            default -> throw new IllegalArgumentException(path);
        };
    }

    private String token(String audience, String about) {
        try {
            JWTClaimsSet claims = new JWTClaimsSet.Builder()
                    .issuer(issuer())
                    .audience(audience)
                    .subject(about)
                    .claim("roles", List.of(role))
                    .claim("nonce", asked.get("nonce"))
                    .issueTime(Date.from(Instant.now()))
                    .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                    .build();
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void answer(HttpExchange call, Object json) throws IOException {
        byte[] body = JsonMapper.shared().writeValueAsBytes(json);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
