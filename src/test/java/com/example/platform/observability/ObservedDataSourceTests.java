package com.example.platform.observability;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All calls of JDBC through the stand-ins, to a driver that notes which one arrives. */
class ObservedDataSourceTests {

    /** What a stand-in says itself. */
    private static final Set<String> OWN = Set.of("unwrap", "getConnection");

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final ObservationRegistry observations = ObservationRegistry.create();
    private final StatementSignals signals =
            new StatementSignals(registry, TracerProvider.noop().get("test"));

    private @Nullable Call arrived;
    private @Nullable SQLException failure;

    private record Call(
            Method method,
            Object @Nullable [] arguments,
            @Nullable Object answer) {}

    static Stream<Arguments> calls() {
        return Stream.of(Connection.class, Statement.class, PreparedStatement.class, CallableStatement.class)
                .flatMap(type -> Arrays.stream(type.getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .filter(method -> !OWN.contains(method.getName()))
                        .map(method -> Arguments.of(type, method)));
    }

    static Stream<Arguments> executions() {
        return calls().filter(call -> ((Method) call.get()[1]).getName().startsWith("execute"));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallArrivesWithItsArgumentsAndComesBackWithItsAnswer(Class<?> type, Method method) throws Exception {
        Object standIn = standIn(type);
        Object[] arguments = arguments(method);

        Object answer = method.invoke(standIn, arguments);

        Call call = requireNonNull(arrived);
        assertThat(call.method().getName()).isEqualTo(method.getName());
        assertThat(call.method().getParameterTypes()).isEqualTo(method.getParameterTypes());
        assertThat(call.arguments()).isEqualTo(arguments.length == 0 ? null : arguments);
        if (answer instanceof Statement statement) {
            assertThat(statement.unwrap(Statement.class)).isSameAs(call.answer());
            assertThat(statement.getConnection()).isSameAs(standIn);
        } else {
            assertThat(answer).isEqualTo(call.answer());
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void whatACallThrowsComesBackAsItWasThrown(Class<?> type, Method method) throws Exception {
        Object standIn = standIn(type);
        failure = new SQLClientInfoException();

        assertThatThrownBy(() -> method.invoke(standIn, arguments(method)))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isSameAs(failure);
    }

    @ParameterizedTest
    @MethodSource("executions")
    void anExecutionIsCountedWithinAnObservationAlone(Class<?> type, Method method) throws Exception {
        observations.observationConfig().observationHandler(context -> true);
        Object standIn = standIn(type);
        Object[] arguments = arguments(method);

        method.invoke(standIn, arguments);
        assertThat(registry.find(StatementSignals.NAME).timer()).isNull();
        Observation.start("test.work", observations).observeChecked(() -> method.invoke(standIn, arguments));

        assertThat(registry.get(StatementSignals.NAME).timer().count()).isOne();
    }

    private Object standIn(Class<?> type) throws SQLException {
        DataSource source = driver(DataSource.class);
        Connection connection = new ObservedDataSource(source, () -> observations, () -> signals).getConnection();
        return switch (type.getSimpleName()) {
            case "Statement" -> connection.createStatement();
            case "PreparedStatement" -> connection.prepareStatement("SELECT 1");
            case "CallableStatement" -> connection.prepareCall("CALL it()");
            default -> connection;
        };
    }

    private <T> T driver(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("equals")) {
                        return self == arguments[0];
                    }
                    if (failure != null) {
                        throw failure;
                    }
                    Object answer = answer(method.getReturnType());
                    arrived = new Call(method, arguments, answer);
                    return answer;
                }));
    }

    private @Nullable Object answer(Class<?> type) {
        return type.getPackage() == Connection.class.getPackage() && type.isInterface() ? driver(type) : value(type, 1);
    }

    private static Object[] arguments(Method method) {
        Class<?>[] types = method.getParameterTypes();
        Object[] values = new Object[types.length];
        Arrays.setAll(values, i -> value(types[i], i + 2));
        return values;
    }

    /** One that no other argument has; null where none is at hand. */
    private static @Nullable Object value(Class<?> type, int number) {
        return switch (type.getName()) {
            case "boolean" -> number % 2 == 0;
            case "byte" -> (byte) number;
            case "short" -> (short) number;
            case "int" -> number;
            case "long" -> (long) number;
            case "float" -> (float) number;
            case "double" -> (double) number;
            case "java.lang.String" -> "text " + number;
            case "java.lang.Object" -> "object " + number;
            default -> type.isArray() ? Array.newInstance(type.getComponentType(), number) : null;
        };
    }
}
