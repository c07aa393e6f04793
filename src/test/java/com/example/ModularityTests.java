package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.ShopApplication;
import com.example.testing.GeneratedFile;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules of the shop keep to their declared edges, and the document tells them as they are. */
class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(ShopApplication.class);

    @Test
    void modulesKeepToTheirDeclaredEdges() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains("customers", "catalog", "payments", "orders");
        modules.verify();
    }

    @Test
    void theDocumentTellsTheModulesAsTheyAre() {
        new GeneratedFile("docs/modules/README.md").assertIs(new ModuleDocument(modules).text());
    }
}
