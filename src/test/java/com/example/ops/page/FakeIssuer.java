package com.example.ops.page;

import com.example.platform.security.Tokens;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import tools.jackson.databind.json.JsonMapper;

/** Stands for whoever gives tokens in the demo; the password is {@code right}. For tests that import it. */
class FakeIssuer {

    static final String OPERATOR = "operator@example.com";

    static final String VISITOR = "visitor@example.com";

    static final String PASSWORD = "right";

    @Bean(destroyMethod = "stop")
    Server issuer() throws IOException {
        return new Server();
    }

    @Bean
    DynamicPropertyRegistrar issuerAddress(Server server) {
        return registry -> registry.add("ops.login.token-url", server::url);
    }

    /** Takes the key where it is needed, since the application makes it. */
    @Bean
    Object issuerKey(Server server, RSAKey key) {
        server.tokens = new Tokens(key);
        return server;
    }

    static class Server {

        private final HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

        private volatile Tokens tokens;

        /** What it answers in place of a token. */
        volatile Answer instead;

        record Answer(int status, String body) {}

        Server() throws IOException {
            http.createContext("/token", this::handle);
            http.start();
        }

        String url() {
            return "http://localhost:" + http.getAddress().getPort() + "/token";
        }

        Tokens tokens() {
            return tokens;
        }

        void stop() {
            http.stop(0);
        }

        private void handle(HttpExchange call) throws IOException {
            Map<?, ?> login = JsonMapper.shared().readValue(call.getRequestBody(), Map.class);
            Answer answer = instead == null ? answer(login) : instead;
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(answer.status(), body.length);
            call.getResponseBody().write(body);
            call.close();
        }

        private Answer answer(Map<?, ?> login) {
            if (!PASSWORD.equals(login.get("password"))) {
                return new Answer(401, "{\"title\":\"no\"}");
            }
            String role = OPERATOR.equals(login.get("email")) ? "operator" : "visitor";
            return token(tokens.valid("subject-of-" + role, role));
        }

        static Answer token(String token) {
            return new Answer(200, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":900}");
        }
    }
}
