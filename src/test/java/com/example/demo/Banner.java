package com.example.demo;

/** What a person needs to know once everything runs. */
final class Banner {

    private static final int COLLECTOR = 4318;

    private Banner() {}

    static String of(DemoFolder folder) {
        return """

                The shop is open. Everything here is new at each start and gone after Ctrl-C.

                  Shop          %1$s/api/products
                  API document  %1$s/v3/api-docs
                  Incidents     %8$s (for operator@example.com)
                  Users         support@example.com, operator@example.com
                  Password      cat %6$s/password

                  Metrics       %2$s/actuator/prometheus
                                %4$s/actuator/prometheus (gateway), %5$s/actuator/prometheus (traffic)
                                %9$s/actuator/prometheus (ops)
                  Logs          %6$s/shop.json, payment-gateway.json, traffic.json, ops.json
                  Traces        %7$s

                  Break it      curl -X PUT %3$s/faults/outage
                  Heal it       curl -X DELETE %3$s/faults
                """.formatted(
                        Service.SHOP.url(),
                        Service.SHOP.managementUrl(),
                        Service.GATEWAY.url(),
                        Service.GATEWAY.managementUrl(),
                        Service.TRAFFIC.managementUrl(),
                        folder.relative(),
                        traces(),
                        Service.OPS.url(),
                        Service.OPS.managementUrl());
    }

    private static String traces() {
        return Ports.answers(COLLECTOR)
                ? "exported to the collector at http://localhost:" + COLLECTOR
                : "not exported: no collector answers at http://localhost:" + COLLECTOR;
    }
}
