package com.example.ops.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts a clock in the application's place of one that the test sets. */
@TestConfiguration(proxyBeanMethods = false)
public class FakeTimeConfiguration {

    @Bean
    @Primary
    MutableClock mutableClock() {
        return new MutableClock();
    }
}
