package com.example.platform.security;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.annotation.RegisterReflection;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.logging.LoggersEndpoint;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerGroups;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Boot's endpoint for log levels, with every change in the audit trail. */
@Endpoint(id = "loggers")
// ahead-of-time processing finds that of the class above and then misses it here
@RegisterReflection
class AuditedLoggersEndpoint extends LoggersEndpoint {

    private static final Pattern LOGGER = Pattern.compile("[A-Za-z_$][\\w$]*(\\.[\\w$]+)*");
    private static final int LONGEST = 200;

    private final ApplicationEventPublisher events;

    AuditedLoggersEndpoint(LoggingSystem system, LoggerGroups groups, ApplicationEventPublisher events) {
        super(system, groups);
        this.events = events;
    }

    @Override
    @WriteOperation
    public void configureLogLevel(@Selector String name, @Nullable LogLevel configuredLevel) {
        if (name.length() > LONGEST || !LOGGER.matcher(name).matches()) {
            throw new InvalidEndpointRequestException("Not the name of a logger", "Not the name of a logger");
        }
        Authentication operator = SecurityContextHolder.getContext().getAuthentication();
        String level =
                configuredLevel == null ? "default" : configuredLevel.name().toLowerCase(Locale.ROOT);
        events.publishEvent(new OperatorAction(
                "logger.level.change",
                operator == null ? "system" : operator.getName(),
                "logger/" + name,
                Map.of("logger", name, "level", level)));
        super.configureLogLevel(name, configuredLevel);
    }
}
