package com.example.platform.observability;

import jakarta.servlet.http.HttpServletRequest;

/** Tells requests that watch the application from those that use it: the actuator and the probes. */
final class ManagementPaths {

    private final String base;

    ManagementPaths(String base) {
        this.base = base;
    }

    boolean matches(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith(base) && (path.length() == base.length() || path.charAt(base.length()) == '/')
                || path.equals("/livez")
                || path.equals("/readyz");
    }
}
