package com.example.platform.web;

import com.example.platform.observability.Instrumentation;
import io.micrometer.core.instrument.Counter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a set number of calls in at a time; virtual threads have no pool that would. Probes always pass. A call keeps its
 * place until its answer is made: who reads it slowly holds up nobody else.
 */
class LoadSheddingFilter extends OncePerRequestFilter {

    private static final Set<String> PROBES = Set.of("/livez", "/readyz");

    private final Semaphore places;
    private final ProblemWriter problems;
    private final Counter shed;

    LoadSheddingFilter(int places, ProblemWriter problems, Counter shed) {
        this.places = new Semaphore(places);
        this.problems = problems;
        this.shed = shed;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return PROBES.contains(path) || path.startsWith("/actuator");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            Instrumentation.run(shed::increment);
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.write(response, ProblemKind.OVERLOADED);
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, answer);
        } finally {
            places.release();
        }
        answer.copyBodyToResponse();
    }
}
