package com.example.platform.web;

import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * Tomcat's HTTP/1.1, with an end to the patience with heads that arrive byte by byte: Tomcat's own time limit begins
 * anew with each byte, and until the head is whole no handler and no filter knows of it. Made by Tomcat, from its name.
 */
public final class HttpProtocol extends Http11NioProtocol {

    private Heads heads = new Heads(Integer.MAX_VALUE, Duration.ofDays(1));

    /** Without an end until one is set. */
    public HttpProtocol() {}

    /** Before the first connection. */
    void bound(Heads bounds) {
        heads = bounds;
    }

    @Override
    protected Processor createProcessor() {
        return new HttpProcessor(this, heads);
    }
}
