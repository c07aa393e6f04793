package com.example.demo;

import com.example.testing.EmbeddedPostgresConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The local run's tree of processes with a real database and applications that do nothing. */
final class CheapDemo {

    private CheapDemo() {}

    /** Started with the folder of the run; a file {@code ready} in it tells that everything stands. */
    public static void main(String[] args) throws Exception {
        DemoFolder folder = DemoFolder.of(Path.of(args[0]));
        DemoProcesses processes = DemoProcesses.begin(folder);
        processes.start("payment-gateway", Map.of(), Idle.class);
        SpringApplication shop = new SpringApplicationBuilder(EmbeddedPostgresConfiguration.class)
                .web(WebApplicationType.NONE)
                .build();
        shop.run("--testing.postgres.directory=" + folder.database());
        processes.start("traffic", Map.of(), Idle.class);
        Files.createFile(folder.path().resolve("ready"));
        Idle.main(args);
    }
}
