package com.example.ops.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What a browser sends with the forms of a page: the hidden token and the cookie that belongs to it. */
record Form(String token, Cookie cookie) implements RequestPostProcessor {

    private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    static Form of(MvcTestResult page) {
        Matcher hidden = HIDDEN.matcher(new String(page.getResponse().getContentAsByteArray()));
        assertThat(hidden.find()).as("a form with a token").isTrue();
        Cookie cookie = page.getResponse().getCookie("ops-form");
        assertThat(cookie).as("the cookie of the form").isNotNull();
        return new Form(hidden.group(1), cookie);
    }

    @Override
    public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
        request.setParameter("_csrf", token);
        Cookie[] others = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        Cookie[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = cookie;
        request.setCookies(all);
        return request;
    }
}
