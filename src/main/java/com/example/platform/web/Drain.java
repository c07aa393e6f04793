package com.example.platform.web;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * The time between the end of readiness and the end of the server: everything is still served, while whoever balances
 * the load learns that it is over. Comes before all else that ends, so that nothing is missing meanwhile.
 */
class Drain implements ApplicationListener<ContextClosedEvent>, Ordered {

    private static final Logger log = LoggerFactory.getLogger(Drain.class);

    private final Duration time;
    private final ApplicationContext context;
    private volatile boolean begun;

    Drain(Duration time, ApplicationContext context) {
        this.time = time;
        this.context = context;
    }

    /** Whether each answer is the last of its connection. */
    boolean hasBegun() {
        return begun;
    }

    /** Readiness has ended by now; the end of the management context, which is a child, is none. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (event.getApplicationContext() != context || time.isZero()) {
            return;
        }
        begun = true;
        log.atInfo().addKeyValue("event", "shutdown.draining").log("Readiness is down; still serving");
        try {
            Thread.sleep(time);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
