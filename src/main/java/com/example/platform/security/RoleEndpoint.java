package com.example.platform.security;

/**
 * Calls that need a role, decided before anything of the call is read; an application declares its own as beans. What is
 * public stays public.
 *
 * @param role in capitals, as in {@code hasRole}
 */
public record RoleEndpoint(String pattern, String role) {}
