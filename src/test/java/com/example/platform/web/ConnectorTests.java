package com.example.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.ProtocolHandler;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@SpringBootTest(classes = WebTestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ConnectorTests {

    @Autowired
    private ServletWebServerApplicationContext context;

    @Test
    void requestsInMemoryAreBounded() {
        ProtocolHandler protocol = connector().getProtocolHandler();

        assertThat(protocol.getExecutor()).isInstanceOf(Handlers.class);
    }

    @Test
    void anIdleConnectionCostsLittleAndManyHaveRoom() {
        assertThat(connector().getProperty("socket.appReadBufSize")).hasToString("2048");
        assertThat(connector().getProperty("socket.appWriteBufSize")).hasToString("2048");
        assertThat(connector().getProperty("maxConnections")).hasToString("12000");
    }

    private Connector connector() {
        return ((TomcatWebServer) context.getWebServer()).getTomcat().getConnector();
    }
}
