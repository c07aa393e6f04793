package com.example.platform.observability;

import static com.example.testing.OtlpSink.attributes;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.example.testing.EmbeddedPostgresConfiguration;
import com.example.testing.OtlpSink;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.proto.trace.v1.Span;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Spans of SQL statements on a real PostgreSQL, and readiness that includes it. */
@SpringBootTest(
        classes = ObservedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=observed",
            "spring.flyway.enabled=false",
            "spring.test.tracing.export=true",
            "management.tracing.sampling.probability=1.0",
            "management.opentelemetry.tracing.export.schedule-delay=100ms"
        })
@Import(EmbeddedPostgresConfiguration.class)
class StatementSpansIntegrationTests {

    private static final OtlpSink sink = OtlpSink.start();

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private ObservationRegistry observations;

    @Autowired
    private Tracer tracer;

    @DynamicPropertySource
    static void collector(DynamicPropertyRegistry registry) {
        registry.add("management.opentelemetry.tracing.export.otlp.endpoint", sink::endpoint);
    }

    @AfterAll
    static void stop() {
        sink.close();
    }

    @Test
    void aStatementHasTheSemanticAttributesAndNoOthers() {
        String trace = Http.on(port).get("/api/query").traceId();

        Span server = sink.awaitSpan(trace, "GET /api/query");
        List<Span> spans = sink.spans(trace);
        Span span = sink.awaitSpan(trace, "SELECT pg_catalog.pg_tables");

        assertThat(spans).hasSize(2);
        assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
        assertThat(OtlpSink.parentId(span)).isEqualTo(OtlpSink.spanId(server));
        Map<String, Object> attributes = attributes(span);
        assertThat(attributes)
                .containsEntry("db.system.name", "postgresql")
                .containsEntry("db.operation.name", "SELECT")
                .containsEntry("db.collection.name", "pg_catalog.pg_tables")
                .containsEntry("db.query.text", "select tablename from pg_catalog.pg_tables where tablename = ?")
                .containsEntry("server.address", "localhost")
                .containsOnlyKeys(
                        "db.system.name",
                        "db.operation.name",
                        "db.collection.name",
                        "db.query.text",
                        "server.address",
                        "server.port");
        assertThat(attributes.get("server.port")).isInstanceOf(Long.class);
        assertThat(spans.toString()).doesNotContain("private");
    }

    @Test
    void aFailedStatementTellsTheClassOfItsErrorOnly() {
        String trace = Http.on(port).get("/api/bad-query").traceId();

        Span span = sink.awaitSpan(trace, "SELECT nowhere");

        assertThat(attributes(span)).containsEntry("error.type", "org.postgresql.util.PSQLException");
        assertThat(span.toString()).doesNotContain("does not exist");
    }

    @Test
    void aStatementOutsideARequestOpensNoTrace() {
        JdbcClient.create(dataSource).sql("select 'orphan'").query(String.class).single();
        assertThat(Http.on(port).get("/readyz").status()).isEqualTo(200);
        String trace = Http.on(port).get("/api/query").traceId();
        sink.awaitSpan(trace, "GET /api/query");

        assertThat(sink.spans())
                .noneMatch(
                        span -> span.getParentSpanId().isEmpty() && span.getKind() == Span.SpanKind.SPAN_KIND_CLIENT);
    }

    @Test
    void aBatchIsOneSpanThatTellsItsSize() throws SQLException {
        String trace = observed(connection -> {
            try (Statement plain = connection.createStatement()) {
                plain.addBatch("CREATE TEMPORARY TABLE numbers (number int)");
                plain.addBatch("ANALYZE numbers");
                plain.executeBatch();
            }
            try (PreparedStatement prepared = connection.prepareStatement("INSERT INTO numbers VALUES (?)")) {
                for (int i = 0; i < 3; i++) {
                    prepared.setInt(1, i);
                    prepared.addBatch();
                }
                prepared.executeBatch();
                prepared.setInt(1, 4);
                prepared.execute();
            }
        });

        sink.awaitSpan(trace, "test.work");
        assertThat(sink.spans(trace).stream().filter(span -> span.getKind() == Span.SpanKind.SPAN_KIND_CLIENT))
                .extracting(Span::getName, span -> attributes(span).get("db.operation.batch.size"))
                .containsExactlyInAnyOrder(
                        tuple("CREATE numbers", 2L), tuple("INSERT numbers", 3L), tuple("INSERT numbers", null));
    }

    @Test
    void whatIsObservedIsStillTheDriversOwn() throws SQLException {
        observed(connection -> {
            try (Statement statement = connection.createStatement()) {
                assertThat(statement.getConnection()).isEqualTo(connection).isNotEqualTo(statement);
                assertThat(connection.isWrapperFor(PGConnection.class)).isTrue();
                assertThat(connection.unwrap(PGConnection.class).getBackendPID())
                        .isPositive();
                assertThatThrownBy(() -> statement.execute("nonsense")).isInstanceOf(SQLException.class);
                statement.close();
                assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
            }
        });
    }

    /** The trace in which this was done. */
    private String observed(Work work) throws SQLException {
        AtomicReference<String> trace = new AtomicReference<>();
        Observation.start("test.work", observations).<SQLException>observeChecked(() -> {
            trace.set(requireNonNull(tracer.currentSpan()).context().traceId());
            try (Connection connection = dataSource.getConnection()) {
                work.with(connection);
            }
        });
        return trace.get();
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    @Test
    void readinessIncludesTheDatabaseAndLivenessDoesNot() {
        assertThat(Http.on(port).get("/actuator/health").body()).contains("\"db\"");
        assertThat(Http.on(port).get("/livez").body()).isEqualTo("{\"status\":\"UP\"}");
    }
}
