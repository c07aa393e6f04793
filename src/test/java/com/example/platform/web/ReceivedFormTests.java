package com.example.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ReceivedFormTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/t");

    @Test
    void fieldsAreThoseOfTheQueryAndThenThoseOfTheBody() {
        request.setQueryString("a=1&b=%C3%A9");
        ReceivedForm form = form("a=2&c=x+y%26z&c=%E2%82%AC&d");

        assertThat(form.getParameter("a")).isEqualTo("1");
        assertThat(form.getParameterValues("a")).containsExactly("1", "2");
        assertThat(form.getParameter("b")).isEqualTo("\u00e9");
        assertThat(form.getParameterMap().get("c")).containsExactly("x y&z", "\u20ac");
        assertThat(form.getParameter("d")).isEmpty();
        assertThat(form.getParameter("e")).isNull();
        assertThat(Collections.list(form.getParameterNames())).containsExactly("a", "b", "c", "d");
    }

    @Test
    void aFormIsInTheCharsetThatItNames() {
        request.setCharacterEncoding("ISO-8859-1");

        assertThat(form("a=%E9").getParameter("a")).isEqualTo("\u00e9");
    }

    @Test
    void whatIsNoFormIsNoneForTheContainerEither() {
        assertThatThrownBy(() -> form("a=%zz")).isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> form("a=1&".repeat(1_001))).isInstanceOf(InvalidParameterException.class);
    }

    private ReceivedForm form(String body) {
        return new ReceivedForm(request, body.getBytes(StandardCharsets.US_ASCII));
    }
}
