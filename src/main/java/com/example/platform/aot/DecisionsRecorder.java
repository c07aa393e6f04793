package com.example.platform.aot;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * While an image is built: notes what is asked for from the refresh of the context on, which is when beans are chosen, and
 * puts it with the answers beside the code that Spring makes of its choice.
 */
final class DecisionsRecorder
        implements ApplicationContextInitializer<ConfigurableApplicationContext>,
                BeanFactoryInitializationAotProcessor,
                Ordered {

    /** After all others, which choose too: the beans of the management port, for instance. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            AskedSettings.noteIn(context.getEnvironment().getPropertySources());
        }
    }

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beans) {
        if (beans.getParentBeanFactory() != null) {
            // the context of the management port, which is processed within that of the application
            return null;
        }
        ConfigurableEnvironment environment =
                beans.getBean(ConfigurableApplicationContext.ENVIRONMENT_BEAN_NAME, ConfigurableEnvironment.class);
        return (generation, code) -> generation
                .getGeneratedFiles()
                .addResourceFile(
                        Decisions.PLACE,
                        Decisions.from(environment, AskedSettings.of(environment.getPropertySources()))
                                .text());
    }
}
