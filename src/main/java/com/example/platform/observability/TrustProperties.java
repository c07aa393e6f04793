package com.example.platform.observability;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far a stranger is trusted with traces; the trace id is continued either way.
 *
 * @param trustRemoteSampling whether the sampling flag of an incoming {@code traceparent} decides, rather than our ratio
 */
@ConfigurationProperties("platform.tracing")
record TrustProperties(@DefaultValue("false") boolean trustRemoteSampling) {}
