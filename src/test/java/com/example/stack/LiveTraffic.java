package com.example.stack;

import com.example.shop.testing.LiveShop;
import com.example.testing.ApplicationProcess;
import java.util.Map;

/** The customers as a process of their own, busier than in the stack and with the rare journeys as often as the others. */
final class LiveTraffic {

    private LiveTraffic() {}

    static ApplicationProcess start(LiveShop live) {
        return ApplicationProcess.start(
                "com.example.simulator.SimulatorApplication",
                Map.of("SIMULATOR_TRAFFIC_SUPPORTPASSWORD", live.password()),
                "--spring.profiles.active=traffic",
                "--simulator.traffic.shop-url=http://localhost:" + live.port(),
                "--simulator.traffic.rate=8",
                "--simulator.traffic.customers=5",
                "--simulator.traffic.mix.decline=20",
                "--simulator.traffic.mix.login-wrongly=5",
                "--simulator.traffic.mix.forged-token=10",
                "--management.tracing.export.enabled=false");
    }
}
