package com.example.testing;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A Docker engine behind a Unix socket, asked over HTTP; whatever it does, an answer takes two seconds at most. */
public record DockerEngine(String socket) {

    /** The engine of {@code DOCKER_HOST}, or the one at the usual place. */
    public static DockerEngine ofEnvironment() {
        String host = Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("unix:///var/run/docker.sock");
        return new DockerEngine(host.replaceFirst("^unix://", ""));
    }

    public boolean answers() {
        return succeeds("/_ping");
    }

    public boolean hasImage(String image) {
        return succeeds("/images/" + image + "/json");
    }

    @Override
    public String toString() {
        return socket;
    }

    private boolean succeeds(String path) {
        return CompletableFuture.supplyAsync(() -> statusLine(path))
                .completeOnTimeout("", 10, TimeUnit.SECONDS)
                .join()
                .contains(" 200 ");
    }

    private String statusLine(String path) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(StandardCharsets.US_ASCII.encode("GET " + path + " HTTP/1.0\r\nHost: docker\r\n\r\n"));
            ByteBuffer start = ByteBuffer.allocate(32);
            channel.read(start);
            return StandardCharsets.US_ASCII.decode(start.flip()).toString();
        } catch (IOException | UnsupportedOperationException unreachable) {
            return "";
        }
    }
}
