package com.example.platform.web;

import com.example.platform.observability.Instrumentation;
import io.micrometer.core.instrument.Counter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a set number of calls in at a time; virtual threads have no pool that would. A call keeps its place until its
 * answer is made: who reads it slowly holds up nobody else.
 */
class LoadSheddingFilter extends OncePerRequestFilter {

    private final Places places;
    private final ProblemWriter problems;
    private final Counter shed;

    LoadSheddingFilter(Places places, ProblemWriter problems, Counter shed) {
        this.places = places;
        this.problems = problems;
        this.shed = shed;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Places.neededFor(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.take()) {
            Instrumentation.run(shed::increment);
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.write(response, ProblemKind.OVERLOADED);
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, answer);
        } finally {
            places.giveBack();
        }
        answer.copyBodyToResponse();
    }
}
