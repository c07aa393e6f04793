package com.example.platform.web;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's HTTP/1.1, with an end to the patience with callers who send a byte or take one now and then: Tomcat's own time
 * limits begin anew with each byte, and of a head no handler and no filter knows until it is whole. Made by Tomcat, from
 * its name.
 */
public final class HttpProtocol extends Http11NioProtocol {

    private @Nullable Heads heads;
    private @Nullable ExchangeLimits limits;

    /** To be bounded before the first connection. */
    public HttpProtocol() {}

    void bound(Heads bounds, ExchangeLimits following) {
        heads = bounds;
        limits = following;
    }

    @Override
    protected Processor createProcessor() {
        if (heads == null || limits == null) {
            throw new IllegalStateException("A protocol without bounds");
        }
        return new HttpProcessor(this, heads, limits);
    }
}
