package com.example.ops;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.modulith.Modulithic;

/** Watches the other services: a process of its own, because what watches must not die with what it watches. */
@Modulithic(systemName = "Ops")
@SpringBootApplication
public class OpsApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(OpsApplication.class)
                .properties("spring.config.name=application,ops")
                .run(args);
    }
}
