package com.example.platform.aot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aot.AotDetector;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Has an application start with the beans that were chosen while its image was built, if all that they were chosen by still
 * holds; else they are chosen anew, as without an image, and a line says why. With {@code -Dspring.aot.enabled=false} they
 * always are.
 */
final class AotEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

    private static final Logger log = LoggerFactory.getLogger(AotEnvironmentPostProcessor.class);

    /** After all others, which have settings to add. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (SpringProperties.getProperty(AotDetector.AOT_ENABLED) != null) {
            return;
        }
        try (InputStream text = application.getClassLoader().getResourceAsStream(Decisions.PLACE)) {
            if (text != null) {
                use(Decisions.parse(text).notHoldingIn(environment), application);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void use(List<String> notHolding, SpringApplication application) {
        if (notHolding.isEmpty()) {
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
        } else {
            application.addListeners(new ChosenAnew(notHolding));
        }
    }

    /** Waits until there is a log. */
    private record ChosenAnew(List<String> settings) implements ApplicationListener<ApplicationPreparedEvent> {

        @Override
        public void onApplicationEvent(ApplicationPreparedEvent prepared) {
            log.atInfo()
                    .addKeyValue("event", "start.beans.chosen")
                    .addKeyValue("settings", settings)
                    .log("Beans are chosen anew: what they were chosen by in the image is another here");
        }
    }
}
