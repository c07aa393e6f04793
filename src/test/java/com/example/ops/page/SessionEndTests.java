package com.example.ops.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class SessionEndTests {

    private static final Duration LONGEST = Duration.ofHours(12);

    private final MockHttpSession session = new MockHttpSession();

    private final Instant begin = Instant.ofEpochMilli(session.getCreationTime());

    @Test
    void aSessionEndsHoweverBusyItIs() throws Exception {
        callAt(begin.plus(LONGEST));
        assertThat(session.isInvalid()).isFalse();

        callAt(begin.plus(LONGEST).plusMillis(1));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void whoHasNoSessionGetsNone() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();

        filterAt(begin).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());

        assertThat(request.getSession(false)).isNull();
    }

    private void callAt(Instant now) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        MockFilterChain chain = new MockFilterChain();
        filterAt(now).doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).as("the call goes on").isNotNull();
    }

    private static SessionEnd filterAt(Instant now) {
        return new SessionEnd(LONGEST, Clock.fixed(now, ZoneOffset.UTC));
    }
}
