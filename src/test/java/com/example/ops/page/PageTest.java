package com.example.ops.page;

import com.example.ops.incidents.IncidentHandling;
import com.example.ops.incidents.Incidents;
import com.example.ops.slo.SloReports;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The pages in the demo without what is behind them, with an issuer that a test can change. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = PageTestApplication.class,
        properties = {"spring.config.name=application,ops", "ops.runbooks.folder=src/test/resources/ops/runbooks"})
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@Import(FakeIssuer.class)
@MockitoBean(types = {Incidents.class, IncidentHandling.class, SloReports.class})
@interface PageTest {}
