package com.example.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DoorFilterTests {

    private static final int CALLS = 5_000;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Places places = new Places(1);
    private final DoorFilter door =
            new DoorFilter(places, WebMeters.REQUESTS_SHED.counter(registry), new UnobservedRefusals(registry));
    private final AtomicInteger inside = new AtomicInteger();

    @Test
    void whileAPlaceIsFreeEverybodyGoesIn() throws Exception {
        for (int i = 0; i < CALLS; i++) {
            call("GET", "/things");
        }

        assertThat(inside.get()).isEqualTo(CALLS);
        assertThat(registry.find("http.server.requests").timers()).isEmpty();
    }

    @Test
    void ofManyRefusalsTenASecondGoTheWholeWayAndTheOthersAreCounted() throws Exception {
        assertThat(places.take()).isTrue();
        long begun = System.nanoTime();

        for (int i = 0; i < CALLS; i++) {
            call("GET", "/things");
        }

        long tenths = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) / 100;
        assertThat(inside.get()).isBetween(1, 1 + (int) tenths);
        long refused = CALLS - inside.get();
        assertThat(registry.get("http.server.requests.shed").counter().count()).isEqualTo(refused);
        assertThat(registry.get("http.server.requests")
                        .tags("status", "503", "outcome", "SERVER_ERROR", "method", "GET", "uri", "UNKNOWN")
                        .timer()
                        .count())
                .isEqualTo(refused);
    }

    @Test
    void aRefusalSaysWhenToComeBackAndGivesNothingToABrowser() throws Exception {
        assertThat(places.take()).isTrue();
        call("GET", "/things");

        MockHttpServletResponse answer = call("BREW", "/things");

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getHeader("Content-Security-Policy")).isEqualTo(SecurityHeaders.CONTENT_SECURITY_POLICY);
        assertThat(answer.getContentAsString()).contains("\"urn:problem:overloaded\"", "\"status\":503");
        assertThat(registry.get("http.server.requests")
                        .tag("method", "UNKNOWN")
                        .timer()
                        .count())
                .as("a word that is no method")
                .isEqualTo(1);
    }

    @Test
    void probesAlwaysPass() throws Exception {
        assertThat(places.take()).isTrue();
        call("GET", "/things");

        call("GET", "/livez");
        call("GET", "/readyz");
        call("GET", "/actuator/health");

        assertThat(inside.get()).isEqualTo(4);
    }

    private MockHttpServletResponse call(String method, String path) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        door.doFilter(new MockHttpServletRequest(method, path), response, (in, out) -> inside.incrementAndGet());
        return response;
    }
}
