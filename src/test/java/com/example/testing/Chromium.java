package com.example.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real browser without a window, driven by its own DevTools protocol, for which the JDK has all that is needed. */
public final class Chromium implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Pattern ADDRESS = Pattern.compile("DevTools listening on ws://([^/]+)/");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger loads = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Process process;
    private final WebSocket socket;

    private Chromium(Process process, URI page) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Listener())
                .join();
        Stream.of("Page", "Runtime", "Log", "Audits").forEach(domain -> send(domain + ".enable", Map.of()));
    }

    /** The browser of this machine, if it has one. */
    public static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(java.io.File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static Chromium start(Path program, Path profile) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile));
        if ("root".equals(System.getProperty("user.name"))) {
            // its sandbox refuses root, which CI may be
            command.add("--no-sandbox");
        }
        command.add("about:blank");
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Chromium(process, pageOf(address(process)));
        } catch (IOException | InterruptedException | RuntimeException failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    /** Opens a page and waits until it is there. */
    public void open(String url) {
        loading(() -> send("Page.navigate", Map.of("url", url)));
    }

    /** Writes into a field as a keyboard does. */
    public void type(String selector, String text) {
        evaluate("document.querySelector(%s).focus()".formatted(quoted(selector)));
        send("Input.insertText", Map.of("text", text));
    }

    /** Clicks what matches, and waits for the page behind it. */
    public void follow(String selector) {
        loading(() -> evaluate("document.querySelector(%s).click()".formatted(quoted(selector))));
    }

    public String text() {
        return evaluate("document.body.innerText");
    }

    public String location() {
        return evaluate("location.href");
    }

    public String evaluate(String script) {
        JsonNode result = send("Runtime.evaluate", Map.of("expression", "String(" + script + ")", "userGesture", true))
                .path("result");
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(result.toString());
        }
        return result.path("result").path("value").asString("");
    }

    /** A screen of that width, in the colours that the person prefers. */
    public void look(int width, boolean dark) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
        send("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    public void picture(Path file) {
        JsonNode shot = send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        try {
            Files.createDirectories(file.getParent());
            Files.write(
                    file,
                    Base64.getDecoder().decode(shot.path("result").path("data").asString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the console said and what the browser refused to do. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() throws InterruptedException {
        socket.abort();
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private void loading(Runnable action) {
        int before = loads.get();
        action.run();
        Awaitility.await().atMost(PATIENCE).until(() -> loads.get() > before);
    }

    private JsonNode send(String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText(JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private void heard(JsonNode message) {
        if (message.has("id")) {
            answers.remove(message.path("id").asInt()).complete(message);
            return;
        }
        switch (message.path("method").asString()) {
            case "Page.loadEventFired" -> loads.incrementAndGet();
            case "Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Audits.issueAdded" ->
                complaints.add(message.path("params").toString());
            default -> {
                // of no interest
            }
        }
    }

    private static String address(Process process) throws IOException {
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                // read on, or it would block when the pipe is full
                Thread.ofPlatform().daemon().start(() -> said.lines().forEach(rest -> {}));
                return address.group(1);
            }
        }
        throw new IOException("the browser ended without an address");
    }

    private static URI pageOf(String address) throws IOException, InterruptedException {
        HttpRequest list = HttpRequest.newBuilder(URI.create("http://" + address + "/json/list"))
                .build();
        String targets =
                HttpClient.newHttpClient().send(list, BodyHandlers.ofString()).body();
        for (JsonNode target : JSON.readTree(targets)) {
            if (target.path("type").asString().equals("page")) {
                return URI.create(target.path("webSocketDebuggerUrl").asString());
            }
        }
        throw new IOException("the browser has no page");
    }

    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    private class Listener implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                heard(JSON.readTree(message.toString()));
                message.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }
}
