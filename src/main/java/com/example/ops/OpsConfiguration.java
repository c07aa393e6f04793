package com.example.ops;

import com.example.platform.security.RoleEndpoint;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** What all modules share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OpsSettings.class)
@EnableScheduling
class OpsConfiguration {

    /** In microseconds, as the database keeps time: what is written reads back equal. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    /** Each controller says so too; here it is said before a body is read and judged. */
    @Bean
    RoleEndpoint callsOfOperators() {
        return new RoleEndpoint("/api/**", "OPERATOR");
    }

    /** Several threads, so that a job that waits for somebody else does not hold up the others. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(4);
        scheduler.setThreadNamePrefix("jobs-");
        return scheduler;
    }
}
