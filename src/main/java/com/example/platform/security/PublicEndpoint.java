package com.example.platform.security;

import org.springframework.http.HttpMethod;

/** A call that needs no token; a module declares its own as beans, everything else under {@code /api} needs one. */
public record PublicEndpoint(HttpMethod method, String pattern) {}
