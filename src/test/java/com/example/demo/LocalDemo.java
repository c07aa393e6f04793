package com.example.demo;

import com.example.ops.OpsApplication;
import com.example.shop.ShopApplication;
import com.example.simulator.SimulatorApplication;
import com.example.testing.EmbeddedPostgresConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/** The local run: the shop in this JVM on a database of its own, the gateway, the traffic and ops in three others. */
public final class LocalDemo {

    private static final Map<String, String> COMMON = Map.of(
            "platform.environment", "local",
            // every trace whole, in each process
            "management.tracing.sampling.probability", "1.0",
            // shorter than the 10 s in which everything must be gone
            "spring.lifecycle.timeout-per-shutdown-phase", "3s");

    private final DemoFolder folder;

    private LocalDemo(DemoFolder folder) {
        this.folder = folder;
    }

    public static void main(String[] args) {
        try {
            new LocalDemo(DemoFolder.of(Path.of("target", "demo"))).run(args);
        } catch (DemoFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        } catch (Exception broken) {
            // the shop has logged its own failure by then, with its reason
            System.err.println("The demo did not start: " + broken);
            System.exit(1);
        }
    }

    private void run(String[] args) throws IOException {
        DemoProcesses processes = DemoProcesses.begin(folder);
        Ports.requireFree(Service.ports());
        String password = DemoPassword.create(folder.password());
        Map<String, String> keys = DemoKeys.create(folder);
        System.out.println("Starting the payment gateway, a database, the shop, its customers and ops ...");
        ChildJvm gateway = simulator(processes, Service.GATEWAY, Map.of());
        keys.forEach(System::setProperty);
        shop(args);
        ChildJvm ops = ops(processes, keys);
        ChildJvm traffic =
                simulator(processes, Service.TRAFFIC, Map.of("simulator.traffic.support-password", password));
        new Readiness(folder).await(Map.of(Service.GATEWAY, gateway, Service.TRAFFIC, traffic, Service.OPS, ops));
        System.out.println(Banner.of(folder));
    }

    /** The settings are system properties, so that an argument still wins over them. */
    private void shop(String[] args) {
        COMMON.forEach(System::setProperty);
        System.setProperty(
                "platform.logging.json-file", folder.log(Service.SHOP.id()).toString());
        System.setProperty("shop.demo.password-file", folder.password().toString());
        System.setProperty("testing.postgres.directory", folder.database().toString());
        // everything is in the file; on the console it would carry the banner away
        System.setProperty("logging.threshold.console", "WARN");
        SpringApplication.from(ShopApplication::main)
                .with(EmbeddedPostgresConfiguration.class)
                .withAdditionalProfiles("demo", "people")
                .run(args);
    }

    /** On the shop's database; there is no pipeline of alerts here whose silence would mean anything. */
    private ChildJvm ops(DemoProcesses processes, Map<String, String> keys) throws IOException {
        Map<String, String> settings = new HashMap<>(keys);
        int port = new Postmaster(folder.database()).port();
        settings.put("ops.database.url", "jdbc:postgresql://localhost:%d/postgres".formatted(port));
        settings.put("ops.database.user", "postgres");
        settings.put("ops.database.password", "postgres");
        settings.put("ops.incidents.watchdog-silence", "0s");
        settings.put("ops.login.token-url", Service.SHOP.url() + "/api/auth/token");
        return child(processes, Service.OPS, OpsApplication.class, settings);
    }

    private static ChildJvm simulator(DemoProcesses processes, Service service, Map<String, String> settings)
            throws IOException {
        return child(processes, service, SimulatorApplication.class, settings);
    }

    private static ChildJvm child(DemoProcesses processes, Service service, Class<?> main, Map<String, String> settings)
            throws IOException {
        Map<String, String> environment = new HashMap<>();
        COMMON.forEach((name, value) -> environment.put(variable(name), value));
        settings.forEach((name, value) -> environment.put(variable(name), value));
        return processes.start(service.id(), environment, main, "--spring.profiles.active=" + service.profile());
    }

    /** The environment variable that sets a property: unlike an argument no list of processes shows it. */
    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
