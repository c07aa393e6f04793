package com.example.ops.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.WebUtils;

/**
 * Remembers which page a person wanted before the login: in a cookie, since a session for everyone who comes by would
 * fill the memory. What comes back in it is a path of ours or nothing.
 */
class ReturnPath implements RequestCache {

    private static final Pattern OURS = Pattern.compile("/incidents(/[0-9a-f-]{36}(/report)?)?");

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final String cookie;
    private final boolean secure;

    ReturnPath(String cookie, boolean secure) {
        this.cookie = cookie;
        this.secure = secure;
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (HttpMethod.GET.matches(request.getMethod()) && isOurs(request.getRequestURI())) {
            send(response, request.getRequestURI(), LIFETIME);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        Cookie sent = WebUtils.getCookie(request, cookie);
        return sent != null && isOurs(sent.getValue()) ? new SimpleSavedRequest(sent.getValue()) : null;
    }

    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, cookie) != null) {
            send(response, "", Duration.ZERO);
        }
    }

    private void send(HttpServletResponse response, String value, Duration lifetime) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(cookie, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .maxAge(lifetime)
                        .build()
                        .toString());
    }

    private static boolean isOurs(String path) {
        return OURS.matcher(path).matches();
    }
}
