package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.ops.OpsApplication;
import com.example.shop.ShopApplication;
import com.example.testing.GeneratedFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.modulith.core.ApplicationModules;

/** The modules of each application keep to their declared edges, and its document tells them as they are. */
class ModularityTests {

    enum Application {
        SHOP("the shop", "README", ShopApplication.class, "customers", "catalog", "payments", "orders"),
        OPS("ops", "ops", OpsApplication.class, "slo", "incidents", "page");

        private final String name;
        private final String document;
        private final ApplicationModules modules;
        private final List<String> expected;

        Application(String name, String document, Class<?> main, String... expected) {
            this.name = name;
            this.document = "docs/modules/" + document + ".md";
            this.modules = ApplicationModules.of(main);
            this.expected = List.of(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void modulesKeepToTheirDeclaredEdges(Application application) {
        assertThat(application.modules.stream()
                        .map(module -> module.getIdentifier().toString()))
                .containsAll(application.expected);
        application.modules.verify();
    }

    @ParameterizedTest
    @EnumSource
    void theDocumentTellsTheModulesAsTheyAre(Application application) {
        new GeneratedFile(application.document)
                .assertIs(new ModuleDocument(application.name, application.modules).text());
    }
}
