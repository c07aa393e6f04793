package com.example.simulator;

import com.example.simulator.gateway.GatewayConfiguration;
import com.example.simulator.traffic.TrafficConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The outside world: started with exactly one of the profiles {@code gateway} and {@code traffic}, else it fails. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({GatewayConfiguration.class, TrafficConfiguration.class})
public class SimulatorApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(SimulatorApplication.class)
                .properties("spring.config.name=application,simulator")
                .initializers(new OneRole())
                .run(args);
    }
}
