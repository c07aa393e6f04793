package com.example.platform.observability;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Continuous profiling, which nothing of is loaded unless it is switched on.
 *
 * @param enabled whether to profile; threads are then platform threads, unless set otherwise
 * @param directory where the profiler's jar and its native libraries are; a text, for Spring would look for a path among
 *     the resources of the web server first
 * @param server where profiles are sent to
 * @param allocation a sample of each so many bytes allocated
 */
@Validated
@ConfigurationProperties("platform.profiling")
record ProfilingProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue(".") @NotBlank String directory,
        @DefaultValue("http://localhost:4040") @NotNull URI server,
        @DefaultValue("512k") @NotBlank String allocation) {}
