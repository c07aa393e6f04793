package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LogContextFilterTests {

    private final LogContextFilter filter =
            new LogContextFilter(null, new SyntheticTraffic("robot/"), new AccessLog(new ManagementPaths("/actuator")));
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/work");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void theContextIsThereWithinTheRequestAndGoneAfterIt() throws ServletException, IOException {
        Map<String, String> within = new HashMap<>();
        request.addHeader("User-Agent", "robot/1");

        filter.doFilter(request, response, (req, res) -> {
            MDC.put("user", "pseudonym");
            within.putAll(MDC.getCopyOfContextMap());
        });

        assertThat(within)
                .containsEntry("request_id", response.getHeader("X-Request-Id"))
                .containsEntry("method", "GET")
                .containsEntry("synthetic", "true");
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void theContextIsGoneAfterAnExceptionToo() {
        FilterChain failing = (req, res) -> {
            throw new IllegalStateException("expected");
        };

        assertThatThrownBy(() -> filter.doFilter(request, response, failing)).isInstanceOf(IllegalStateException.class);
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }
}
