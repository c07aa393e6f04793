package com.example.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplicasTests {

    @Test
    void takesTurnsAmongTheAddressesOfTheName() throws Exception {
        Replicas replicas = replicas("10.0.0.1", "10.0.0.2");

        assertThat(replicas.replica(URI.create("http://shop:8080/api/orders?limit=10&after=a%2Fb")))
                .hasToString("http://10.0.0.1:8080/api/orders?limit=10&after=a%2Fb");
        assertThat(replicas.replica(URI.create("http://shop:8080/"))).hasToString("http://10.0.0.2:8080/");
        assertThat(replicas.replica(URI.create("http://shop:8080/"))).hasToString("http://10.0.0.1:8080/");
    }

    @Test
    void bracketsAddressesOfVersionSix() throws Exception {
        assertThat(replicas("fd00::1", "fd00::2").replica(URI.create("http://shop:8080/")))
                .hasToString("http://[fd00:0:0:0:0:0:0:1]:8080/");
    }

    @Test
    void takesANameWithAnAddressOfEachFamilyForOneReplica() throws Exception {
        assertThat(replicas("127.0.0.1", "::1").replica(URI.create("http://localhost:8080/")))
                .hasToString("http://localhost:8080/");
    }

    @Test
    void leavesHttpsAlone() throws Exception {
        assertThat(replicas("10.0.0.1", "10.0.0.2").replica(URI.create("https://shop/")))
                .hasToString("https://shop/");
    }

    private static Replicas replicas(String... addresses) {
        return new Replicas(
                host -> Stream.of(addresses).map(ReplicasTests::address).toArray(InetAddress[]::new));
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
