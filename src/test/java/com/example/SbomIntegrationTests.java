package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each application says what it is made of. */
class SbomIntegrationTests {

    private static final String PLACE = "META-INF/sbom/application.cdx.json";

    @ParameterizedTest
    @ValueSource(strings = {"shop", "ops", "simulator"})
    void theBillOfMaterialsOfAJarNamesEveryLibraryInIt(String application) throws IOException {
        Path file = Path.of("target", "shop-" + application + ".jar");
        try (JarFile jar = new JarFile(file.toFile())) {
            ZipEntry place = jar.getEntry(PLACE);
            assertThat(place).as("%s in %s", PLACE, file).isNotNull();
            assertThat(jar.getManifest().getMainAttributes().getValue("Sbom-Location"))
                    .isEqualTo(PLACE);
            Set<String> named = named(jar.getInputStream(place));
            Set<String> inside = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring("BOOT-INF/lib/".length()))
                    // Boot's own, added when the jar is repackaged
                    .filter(name -> !name.startsWith("spring-boot-jarmode-tools"))
                    .collect(Collectors.toSet());
            assertThat(inside).hasSizeGreaterThan(50);
            assertThat(named).containsAll(inside).noneMatch(name -> name.startsWith("junit"));
        }
    }

    private static Set<String> named(InputStream bill) {
        JsonNode document = new JsonMapper().readTree(bill);
        assertThat(document.path("bomFormat").asString()).isEqualTo("CycloneDX");
        return document.path("components")
                .valueStream()
                .map(component -> component.path("name").asString() + "-"
                        + component.path("version").asString() + classifier(component) + ".jar")
                .collect(Collectors.toSet());
    }

    private static String classifier(JsonNode component) {
        String purl = component.path("purl").asString();
        return purl.contains("classifier=") ? "-" + purl.replaceFirst(".*classifier=([^&]*).*", "$1") : "";
    }
}
