package com.example.demo;

import com.example.shop.ShopApplication;
import com.example.simulator.SimulatorApplication;
import com.example.testing.EmbeddedPostgresConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/** The local run: the shop in this JVM on a database of its own, the gateway and the traffic in two others. */
public final class LocalDemo {

    private static final String[] COMMON = {
        "--platform.environment=local",
        // shorter than the 10 s in which everything must be gone
        "--spring.lifecycle.timeout-per-shutdown-phase=3s"
    };

    private final DemoFolder folder;

    private LocalDemo(DemoFolder folder) {
        this.folder = folder;
    }

    public static void main(String[] args) {
        try {
            new LocalDemo(DemoFolder.of(Path.of("target", "demo"))).run();
        } catch (DemoFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        } catch (Exception broken) {
            // the shop has logged its own failure by then, with its reason
            System.err.println("The demo did not start: " + broken);
            System.exit(1);
        }
    }

    private void run() throws IOException {
        DemoProcesses processes = DemoProcesses.begin(folder);
        Ports.requireFree(Service.ports());
        String password = DemoPassword.create(folder.password());
        ChildJvm gateway = simulator(processes, Service.GATEWAY, Map.of());
        shop();
        ChildJvm traffic = simulator(processes, Service.TRAFFIC, Map.of("SIMULATOR_TRAFFIC_SUPPORTPASSWORD", password));
        new Readiness(folder).await(Map.of(Service.GATEWAY, gateway, Service.TRAFFIC, traffic));
        System.out.println(Banner.of(folder));
    }

    private void shop() {
        SpringApplication.from(ShopApplication::main)
                .with(EmbeddedPostgresConfiguration.class)
                .withAdditionalProfiles("demo", "people")
                .run(Arguments.of(
                        COMMON,
                        "--platform.logging.json-file=" + folder.log(Service.SHOP.id()),
                        "--shop.demo.password-file=" + folder.password(),
                        "--testing.postgres.directory=" + folder.database(),
                        "--logging.level.io.zonky.test=WARN"));
    }

    private ChildJvm simulator(DemoProcesses processes, Service service, Map<String, String> environment)
            throws IOException {
        return processes.start(
                service.id(),
                environment,
                SimulatorApplication.class,
                Arguments.of(COMMON, "--spring.profiles.active=" + service.profile()));
    }
}
