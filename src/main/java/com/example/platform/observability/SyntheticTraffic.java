package com.example.platform.observability;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the platform sees its callers.
 *
 * @param syntheticUserAgent prefix of the User-Agent by which a synthetic caller is known; empty for none
 */
@ConfigurationProperties("platform")
record SyntheticTraffic(@DefaultValue("") String syntheticUserAgent) {

    boolean isFrom(@Nullable String userAgent) {
        return userAgent != null && !syntheticUserAgent.isEmpty() && userAgent.startsWith(syntheticUserAgent);
    }
}
