package com.example.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Stands for the place where profiles are sent to, and keeps them. */
public final class ProfileSink implements AutoCloseable {

    private final List<Profile> received = new CopyOnWriteArrayList<>();

    private final HttpServer server;

    private ProfileSink(HttpServer server) {
        this.server = server;
    }

    public static ProfileSink start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ProfileSink sink = new ProfileSink(server);
            server.createContext("/ingest", sink::receive);
            server.start();
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public List<Profile> received() {
        return List.copyOf(received);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(new Profile(exchange.getRequestURI().getQuery(), recording(body)));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** The part of the form that is the recording. */
    private static byte[] recording(byte[] form) throws IOException {
        String text = new String(form, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf("\r\n\r\n", text.indexOf("name=\"jfr\"")) + 4;
        String boundary = text.substring(0, text.indexOf("\r\n"));
        int end = text.indexOf("\r\n" + boundary, begin);
        var part = new ByteArrayInputStream(form, begin, end - begin);
        return new GZIPInputStream(part).readAllBytes();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /**
     * One upload.
     *
     * @param query of the request, with name and labels
     * @param recording in the format of the flight recorder
     */
    public record Profile(String query, byte[] recording) {

        public List<RecordedEvent> events() {
            try {
                Path file = Files.createTempFile("profile", ".jfr");
                try {
                    Files.write(file, recording);
                    return RecordingFile.readAllEvents(file);
                } finally {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
