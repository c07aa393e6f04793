package com.example.simulator.traffic;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.net.InetAddress;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Everything the role {@code traffic} consists of. */
@Configuration(proxyBeanMethods = false)
@Profile("traffic")
@EnableConfigurationProperties(TrafficProperties.class)
public class TrafficConfiguration {

    /** One for all threads would be one for them to wait for. */
    private final RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Tally tally() {
        return new Tally();
    }

    @Bean
    TrafficSignals trafficSignals(MeterRegistry meters, Tally tally) {
        return new TrafficSignals(meters, tally);
    }

    @Bean
    ShopClient shopClient(RestClient.Builder builder, TrafficProperties properties, JsonMapper json) {
        RestClient http = builder.baseUrl(properties.shopUrl())
                .defaultHeader(HttpHeaders.USER_AGENT, properties.userAgent())
                .requestInterceptor(new Replicas(InetAddress::getAllByName))
                .build();
        return new ShopClient(http, json);
    }

    @Bean
    Customers customers(TrafficProperties properties, Clock clock) {
        return new Customers(properties.customers(), clock, random);
    }

    @Bean
    Journeys journeys(
            TrafficProperties properties,
            Customers customers,
            Clock clock,
            JsonMapper json,
            ShopClient shop,
            TrafficSignals signals,
            ObservationRegistry observations) {
        Shopping shopping = new Shopping(customers, random);
        Intruders intruders = new Intruders(new ForgedTokens(json, clock), random);
        Map<JourneyName, Journey> journeys = new EnumMap<>(JourneyName.class);
        journeys.put(JourneyName.PREPARE, customers::register);
        journeys.put(JourneyName.BROWSE, shopping::browse);
        journeys.put(JourneyName.BUY, shopping::buy);
        journeys.put(JourneyName.SIGN_UP, shopping::signUp);
        journeys.put(JourneyName.DECLINE, shopping::decline);
        journeys.put(JourneyName.ABANDON, shopping::abandon);
        journeys.put(JourneyName.RETRY_SAME_KEY, shopping::retrySameKey);
        journeys.put(JourneyName.LOGIN_WRONGLY, intruders::logInWrongly);
        journeys.put(JourneyName.FORGED_TOKEN, intruders::forgeToken);
        if (properties.supportPassword() != null) {
            Identity identity = new Identity("", properties.supportLogin(), properties.supportPassword());
            Support support = new Support(shopping, Customer.known(clock, identity));
            journeys.put(JourneyName.REFUND_BY_SUPPORT, support::refund);
        }
        return new Journeys(journeys, shop, signals, observations);
    }

    @Bean
    Mix mix(TrafficProperties properties, TrafficSignals signals) {
        if (!properties.hasSupport()) {
            signals.info("traffic.no_support").log("No support password, so no refunds by support");
        }
        return new Mix(
                name -> name == JourneyName.REFUND_BY_SUPPORT && !properties.hasSupport() ? 0 : properties.weight(name),
                random);
    }

    @Bean
    Generator generator(
            TrafficProperties properties,
            Mix mix,
            Journeys journeys,
            Customers customers,
            TrafficSignals signals,
            Tally tally) {
        return new Generator(properties, mix, journeys, customers, signals, tally);
    }
}
