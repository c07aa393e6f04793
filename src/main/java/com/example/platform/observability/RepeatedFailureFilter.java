package com.example.platform.observability;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Leaves out what the container logs of an exception that left the dispatcher servlet: {@link AccessLog} has logged it
 * before, while its trace was open. The name of that logger has the number of the server in it, so no level can be set.
 */
public final class RepeatedFailureFilter extends Filter<ILoggingEvent> {

    private static final String CONTAINER = "org.apache.catalina.core.ContainerBase.";
    private static final String DISPATCHER = ".[dispatcherServlet]";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        String logger = event.getLoggerName();
        return logger.endsWith(DISPATCHER) && logger.startsWith(CONTAINER) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
