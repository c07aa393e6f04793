package com.example.simulator.traffic;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Takes turns among the addresses that the shop's name resolves to, which a client with kept connections would not.
 * It works below the observation, so that spans and labels have the name and never an address. HTTPS is left alone.
 */
class Replicas implements ClientHttpRequestInterceptor {

    private final AtomicInteger turn = new AtomicInteger();
    private final Names names;

    Replicas(Names names) {
        this.names = names;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        URI replica = replica(request.getURI());
        return execution.execute(
                new HttpRequestWrapper(request) {
                    @Override
                    public URI getURI() {
                        return replica;
                    }
                },
                body);
    }

    URI replica(URI uri) throws IOException {
        InetAddress[] resolved = names.resolve(uri.getHost());
        InetAddress[] reachable = sameFamilyAsFirst(resolved);
        if (reachable.length == 1 || "https".equals(uri.getScheme())) {
            return uri;
        }
        InetAddress next = reachable[Math.floorMod(turn.getAndIncrement(), reachable.length)];
        String host = next instanceof Inet6Address ? "[" + next.getHostAddress() + "]" : next.getHostAddress();
        return UriComponentsBuilder.fromUri(uri).host(host).build(true).toUri();
    }

    /** A name with an IPv4 and an IPv6 address is one replica, and it need not listen on both. */
    private static InetAddress[] sameFamilyAsFirst(InetAddress[] resolved) {
        return Stream.of(resolved)
                .filter(address -> address.getClass() == resolved[0].getClass())
                .toArray(InetAddress[]::new);
    }

    /** Where names are looked up. */
    @FunctionalInterface
    interface Names {

        /** At least one address. */
        InetAddress[] resolve(String host) throws UnknownHostException;
    }
}
