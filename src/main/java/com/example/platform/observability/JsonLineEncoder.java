package com.example.platform.observability;

import ch.qos.logback.core.Context;
import net.logstash.logback.composite.loggingevent.LogLevelJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggerNameJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggingEventFormattedTimestampJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggingEventJsonProviders;
import net.logstash.logback.composite.loggingevent.LoggingEventThreadNameJsonProvider;
import net.logstash.logback.composite.loggingevent.MessageJsonProvider;
import net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder;
import net.logstash.logback.mask.MaskingJsonGeneratorDecorator;

/**
 * One JSON object a line, with the fields of {@link LogFields}; every value is redacted but what the platform has made or
 * checked itself. The four fields that name the process come from the properties of the logging context.
 */
public final class JsonLineEncoder extends LoggingEventCompositeJsonEncoder {

    @Override
    public void start() {
        MaskingJsonGeneratorDecorator redaction = new MaskingJsonGeneratorDecorator();
        redaction.addValueMasker(new RedactingMasker());
        redaction.start();
        addDecorator(redaction);
        setProviders(providers(getContext()));
        super.start();
    }

    private static LoggingEventJsonProviders providers(Context context) {
        LoggingEventJsonProviders providers = new LoggingEventJsonProviders();
        LoggingEventFormattedTimestampJsonProvider timestamp = new LoggingEventFormattedTimestampJsonProvider();
        timestamp.setTimeZone("UTC");
        timestamp.setFieldName(LogFields.TIMESTAMP.key());
        LogLevelJsonProvider level = new LogLevelJsonProvider();
        level.setFieldName(LogFields.LEVEL.key());
        LoggerNameJsonProvider logger = new LoggerNameJsonProvider();
        logger.setFieldName(LogFields.LOGGER.key());
        LoggingEventThreadNameJsonProvider thread = new LoggingEventThreadNameJsonProvider();
        thread.setFieldName(LogFields.THREAD.key());
        MessageJsonProvider message = new MessageJsonProvider();
        message.setFieldName(LogFields.MESSAGE.key());
        providers.addTimestamp(timestamp);
        providers.addLogLevel(level);
        providers.addLoggerName(logger);
        providers.addThreadName(thread);
        providers.addMessage(message);
        providers.addProvider(new ProcessFieldsProvider(context));
        providers.addProvider(new EventFieldsProvider());
        return providers;
    }
}
