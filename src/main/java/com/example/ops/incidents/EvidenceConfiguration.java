package com.example.ops.incidents;

import com.example.ops.OpsSettings;
import com.example.ops.slo.SloReports;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.client.RestClient;

/** Who is asked for evidence, in the sequence of the timeline. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    @Bean
    @Order(1)
    EvidenceSource versionEvidence(OpsSettings settings, RestClient.Builder builder) {
        return new VersionEvidence(new Asked("Prometheus", settings.prometheus(), settings.patience(), builder));
    }

    @Bean
    @Order(2)
    EvidenceSource budgetEvidence(SloReports reports, Clock clock) {
        return new BudgetEvidence(reports, clock);
    }

    /** After the one of now, whose figures stand where there are none of before. */
    @Bean
    @Order(3)
    EvidenceSource budgetBefore(SloReports reports) {
        return new BudgetBefore(reports);
    }

    @Bean
    @Order(4)
    EvidenceSource logEvidence(OpsSettings settings, RestClient.Builder builder, IncidentLinks links) {
        return new LogEvidence(new Asked("Loki", settings.loki(), settings.patience(), builder), links);
    }
}
