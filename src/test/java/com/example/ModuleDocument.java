package com.example;

import static java.util.stream.Collectors.joining;

import com.example.testing.SourceFile;
import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The modules with their allowed edges and the events between them, as Markdown.
 *
 * <p>Not Modulith's own documents: they name every bean, so that almost any change would rewrite them, and need PlantUML
 * to be seen.
 */
record ModuleDocument(String application, ApplicationModules modules) {

    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*\\s*(.+?)\\s*\\*/", Pattern.DOTALL);

    String text() {
        return """
                # The modules of %s

                Generated from the code by `ModularityTests`; written anew with \
                `./mvnw test -Dtest=ModularityTests -Ddocs.write`.

                An arrow is a use that the compiler sees; a dotted one is an event that the target module listens to,
                in the transaction of the module that publishes it.

                ```mermaid
                graph LR
                %s
                ```

                | module | what it is | may use | listens to |
                |---|---|---|---|
                %s
                """.formatted(application, edges(), rows());
    }

    private String edges() {
        return Stream.concat(
                        sorted().flatMap(module ->
                                allowed(module).map(used -> "    %s --> %s".formatted(module.getIdentifier(), used))),
                        sorted().flatMap(this::eventEdges))
                .distinct()
                .collect(joining("\n"));
    }

    private Stream<String> eventEdges(ApplicationModule listener) {
        return events(listener)
                .flatMap(event -> modules.getModuleByType(event.getName()).stream())
                .map(publisher ->
                        "    %s -. event .-> %s".formatted(publisher.getIdentifier(), listener.getIdentifier()));
    }

    private String rows() {
        return sorted().map(module -> "| `%s` | %s | %s | %s |"
                        .formatted(
                                module.getIdentifier(),
                                sentence(module),
                                allowed(module).map("`%s`"::formatted).collect(joining(", ")),
                                events(module)
                                        .map(event -> "`" + event.getSimpleName() + "`")
                                        .collect(joining(", "))))
                .collect(joining("\n"));
    }

    private Stream<ApplicationModule> sorted() {
        return modules.stream()
                .sorted(Comparator.comparing(module -> module.getIdentifier().toString()));
    }

    private Stream<JavaClass> events(ApplicationModule module) {
        return module.getEventsListenedTo(modules).stream().sorted(Comparator.comparing(JavaClass::getName));
    }

    private static Stream<String> allowed(ApplicationModule module) {
        return module.getBasePackage()
                .getAnnotation(org.springframework.modulith.ApplicationModule.class)
                .map(declared -> Arrays.stream(declared.allowedDependencies()))
                .orElseThrow(() ->
                        new AssertionError(module.getIdentifier() + " declares no allowed edges in its package-info"))
                .sorted();
    }

    /** The one sentence of the package-info, which is not there any more at run time. */
    private static String sentence(ApplicationModule module) {
        Path source =
                Path.of("src/main/java", module.getBasePackage().getName().replace('.', '/'), "package-info.java");
        Matcher sentence = SENTENCE.matcher(SourceFile.read(source).text());
        return sentence.find()
                ? List.of(sentence.group(1).split("\\s*\\n\\s*\\*?\\s*")).stream()
                        .collect(joining(" "))
                : "";
    }
}
