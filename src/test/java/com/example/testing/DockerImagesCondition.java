package com.example.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks for itself, within seconds: Testcontainers would wait minutes for an image that it cannot get. */
class DockerImagesCondition implements ExecutionCondition {

    /** What Testcontainers 2.0.5 starts to clean up after a killed test. */
    private static final String RYUK = "testcontainers/ryuk:0.14.0";

    /** What it starts to find the way from one container to another. */
    private static final String ROUTE = "alpine:3.17";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> obstacle = obstacle(context.getRequiredTestClass());
        if (obstacle.isEmpty()) {
            return ConditionEvaluationResult.enabled("The engine answers and has the images");
        }
        String reason = context.getDisplayName() + " needs Docker: " + obstacle.get();
        if (Boolean.parseBoolean(System.getenv("SHOP_REQUIRE_DOCKER"))) {
            throw new IllegalStateException(reason);
        }
        System.out.println("Skipped: " + reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    private static Optional<String> obstacle(Class<?> test) {
        DockerEngine engine = DockerEngine.ofEnvironment();
        if (!engine.answers()) {
            return Optional.of("no engine answers at " + engine);
        }
        return images(test)
                .filter(image -> !engine.hasImage(image))
                .findFirst()
                .map(image -> "image %1$s is missing (docker pull %1$s)".formatted(image));
    }

    private static Stream<String> images(Class<?> test) {
        boolean ryuk = !Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
        boolean insideContainer = Files.exists(Path.of("/.dockerenv"));
        return Stream.of(
                        Arrays.stream(
                                test.getAnnotation(RequiresDockerImages.class).value()),
                        ryuk ? Stream.of(RYUK) : Stream.<String>empty(),
                        insideContainer ? Stream.of(ROUTE) : Stream.<String>empty())
                .flatMap(images -> images);
    }
}
