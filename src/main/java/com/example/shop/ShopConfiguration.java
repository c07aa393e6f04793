package com.example.shop;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** What all modules of the shop share. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ShopConfiguration {

    /** In microseconds, as the database keeps time: what is written reads back equal. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean
    static JobConnections jobConnections() {
        return new JobConnections();
    }

    /** Several threads, so that a job that waits for the gateway or the database does not hold up the others. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(4);
        scheduler.setThreadNamePrefix(JobConnections.THREADS);
        return scheduler;
    }
}
