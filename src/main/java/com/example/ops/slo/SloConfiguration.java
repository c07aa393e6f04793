package com.example.ops.slo;

import com.example.ops.BackendClient;
import com.example.ops.OpsSettings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** The way to Prometheus, which is given up soon enough for an answer within two seconds. */
@Configuration(proxyBeanMethods = false)
class SloConfiguration {

    private static final Duration CONNECT = Duration.ofMillis(500);

    /** From the beginning of the call to the end of the body. */
    private static final Duration ANSWER = Duration.ofMillis(1_400);

    @Bean
    SloReports sloReports(RestClient.Builder builder, OpsSettings settings, Clock clock) {
        var url = settings.prometheus().url();
        if (url == null) {
            return new SloReports(new Recordings(null), clock);
        }
        RestClient prometheus = BackendClient.to(url, CONNECT, ANSWER, builder);
        return new SloReports(new Recordings(prometheus), clock);
    }
}
