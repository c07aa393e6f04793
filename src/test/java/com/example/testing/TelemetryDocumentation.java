package com.example.testing;

import com.example.platform.observability.DescribedKey;
import com.example.platform.observability.DescribedMeter;
import com.example.platform.observability.DescribedObservation;
import com.example.platform.observability.LogFieldDocumentation;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import io.micrometer.observation.docs.ObservationDocumentation;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Renders {@code docs/telemetry.md} from every documented enum under {@code com.example}: meters, observations with
 * their spans, log fields. The order is that of the names, so the text depends on the enums alone.
 */
public final class TelemetryDocumentation {

    private static final String ROOT = "com.example";
    private static final PrometheusNamingConvention NAMING = new PrometheusNamingConvention();

    private TelemetryDocumentation() {}

    public static String render() {
        return """
                # Telemetry

                Generated from the documented enums in the code: do not edit.
                `./mvnw test -Dtest=TelemetryDocumentationTests -Dtelemetry.docs.update=true` writes it anew.

                Every series has the labels `service`, `environment`, `version` and `instance` besides its own.

                ## Meters

                | Name | Prometheus | Type | Unit | Labels | Meaning |
                |---|---|---|---|---|---|
                %s
                ## Observations and spans

                An observation is a timer of its name with the labels, and a span with the attributes.

                | Observation | Span | Labels | Attributes | Meaning |
                |---|---|---|---|---|
                %s
                ## Log fields

                | Field | Meaning |
                |---|---|
                %s""".formatted(
                        rows(meters().map(TelemetryDocumentation::row)),
                        rows(observations().map(TelemetryDocumentation::row)),
                        rows(logFields().map(field -> cells("`" + field.key() + "`", field.meaning()))));
    }

    /** Every documented meter, by name. */
    public static Stream<MeterDocumentation> meters() {
        return constants(MeterDocumentation.class).sorted(Comparator.comparing(MeterDocumentation::getName));
    }

    /** Every documented observation, by name. */
    public static Stream<ObservationDocumentation> observations() {
        return constants(ObservationDocumentation.class).sorted(Comparator.comparing(TelemetryDocumentation::name));
    }

    /** Every documented log field: those of the platform in the order of a line, then the others by name. */
    public static Stream<LogFieldDocumentation> logFields() {
        return constants(LogFieldDocumentation.class)
                .sorted(Comparator.comparing(TelemetryDocumentation::isOwn)
                        .thenComparing(field -> isOwn(field) ? field.key() : ""));
    }

    private static boolean isOwn(LogFieldDocumentation field) {
        return !field.getClass().getPackageName().equals(DescribedKey.class.getPackageName());
    }

    private static String name(ObservationDocumentation observation) {
        return observation.getName() == null ? observation.toString() : observation.getName();
    }

    private static String row(MeterDocumentation meter) {
        String unit = meter.getBaseUnit() == null ? "" : meter.getBaseUnit();
        return cells(
                "`" + meter.getName() + "`",
                "`" + prometheusName(meter) + "`",
                meter.getType().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                unit,
                keys(KeyName.merge(meter.getKeyNames(), meter.getAdditionalKeyNames()), true),
                meter instanceof DescribedMeter described ? described.description() : "");
    }

    /** A histogram and a summary have further series behind this name: {@code _count}, {@code _sum}, {@code _bucket}. */
    private static String prometheusName(MeterDocumentation meter) {
        String name = NAMING.name(meter.getName(), meter.getType(), meter.getBaseUnit());
        return meter.getType() == Meter.Type.COUNTER ? name + "_total" : name;
    }

    private static String row(ObservationDocumentation observation) {
        String span = observation.getContextualName() == null ? name(observation) : observation.getContextualName();
        return cells(
                "`" + name(observation) + "`",
                "`" + span + "`",
                keys(observation.getLowCardinalityKeyNames(), false),
                keys(observation.getHighCardinalityKeyNames(), false),
                observation instanceof DescribedObservation described ? described.meaning() : "");
    }

    private static String keys(KeyName[] keys, boolean forMeter) {
        return Arrays.stream(keys)
                .sorted(Comparator.comparing(KeyName::asString))
                .map(key -> key(key, forMeter))
                .collect(Collectors.joining("<br>"));
    }

    private static String key(KeyName key, boolean forMeter) {
        String name = "`" + (forMeter ? NAMING.tagKey(key.asString()) : key.asString()) + "`";
        if (!(key instanceof DescribedKey described)) {
            return name;
        }
        List<String> values = described.closedValues();
        return name + ": " + described.meaning() + (values.isEmpty() ? "" : " (" + String.join(", ", values) + ")");
    }

    private static String cells(String... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String rows(Stream<String> rows) {
        return rows.map(row -> row + "\n").collect(Collectors.joining());
    }

    /** The constants of the enums under the root that are of this type; test classes have none of their own. */
    private static <T> Stream<T> constants(Class<T> type) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(type));
        return scanner.findCandidateComponents(ROOT).stream()
                .map(definition -> ClassUtils.resolveClassName(definition.getBeanClassName(), null))
                .filter(Class::isEnum)
                .sorted(Comparator.comparing(Class::getName))
                .flatMap(found -> Arrays.stream(found.getEnumConstants()))
                .map(type::cast);
    }
}
