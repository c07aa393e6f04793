package com.example.platform.web;

import com.example.platform.observability.Instrumentation;
import io.micrometer.core.instrument.Counter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Refuses in front of everything that costs, while no place is free: where a refusal costs what an answer does, refusing
 * takes the place of answering. Ten refusals a second go the whole way, with their trace and their line; the others are
 * counted. Thread-safe.
 */
class DoorFilter implements Filter {

    private static final long BETWEEN_SAMPLES = TimeUnit.MILLISECONDS.toNanos(100);

    private static final byte[] PROBLEM = "{\"type\":\"urn:problem:%s\",\"status\":%d,\"detail\":\"%s\"}"
            .formatted(
                    ProblemKind.OVERLOADED.slug(),
                    ProblemKind.OVERLOADED.status().value(),
                    ProblemKind.OVERLOADED.detail())
            .getBytes(StandardCharsets.UTF_8);

    private final Places places;
    private final Counter shed;
    private final UnobservedRefusals refusals;
    private final AtomicLong nextSample = new AtomicLong(System.nanoTime());

    DoorFilter(Places places, Counter shed, UnobservedRefusals refusals) {
        this.places = places;
        this.shed = shed;
        this.refusals = refusals;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (places.anyFree() || !Places.neededFor((HttpServletRequest) request) || isSample()) {
            chain.doFilter(request, response);
        } else {
            refuse((HttpServletRequest) request, (HttpServletResponse) response);
        }
    }

    private boolean isSample() {
        long now = System.nanoTime();
        long next = nextSample.get();
        return now - next >= 0 && nextSample.compareAndSet(next, now + BETWEEN_SAMPLES);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long began = System.nanoTime();
        SecurityHeaders.addTo(response);
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        response.setStatus(ProblemKind.OVERLOADED.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(PROBLEM.length);
        response.getOutputStream().write(PROBLEM);
        Instrumentation.run(() -> {
            shed.increment();
            refusals.refused(request.getMethod(), System.nanoTime() - began);
        });
    }
}
