package com.example.platform.security;

import java.nio.file.Path;
import org.springframework.http.HttpMethod;

/**
 * A call that another program makes with a secret it shares with this one, in place of a token; a module declares its
 * own as beans.
 *
 * @param caller what the program is called, from code; its role is the same in capitals
 * @param secretFile holds the secret, read at start; whitespace around it does not count
 */
public record SecretEndpoint(HttpMethod method, String pattern, String caller, Path secretFile) {}
