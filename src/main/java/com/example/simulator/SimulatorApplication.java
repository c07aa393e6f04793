package com.example.simulator;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The outside world: started with the profile {@code gateway} or {@code traffic}. */
@SpringBootApplication
public class SimulatorApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(SimulatorApplication.class)
                .properties("spring.config.name=application,simulator")
                .run(args);
    }
}
