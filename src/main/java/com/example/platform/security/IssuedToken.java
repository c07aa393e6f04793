package com.example.platform.security;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The answer to a login.
 *
 * @param expiresIn seconds
 */
record IssuedToken(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn) {

    @Override
    public String toString() {
        return "IssuedToken[masked]";
    }
}
