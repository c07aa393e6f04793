package com.example.platform.aot;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;

/** Notes the names of the settings that are asked for, and has none itself; safe for several threads. */
final class AskedSettings extends PropertySource<Set<String>> {

    private static final String NAME = "asked-settings";

    private AskedSettings() {
        super(NAME, new ConcurrentSkipListSet<>());
    }

    /** From here on, whichever source answers. */
    static void noteIn(MutablePropertySources sources) {
        sources.addFirst(new AskedSettings());
    }

    /** Those that were asked for so far. */
    static Set<String> of(MutablePropertySources sources) {
        return sources.get(NAME) instanceof AskedSettings asked ? Set.copyOf(asked.source) : Set.of();
    }

    @Override
    public @Nullable Object getProperty(String name) {
        // what stands in a placeholder is no setting, and its answer is part of one
        if (ConfigurationPropertyName.isValid(name)) {
            source.add(name);
        }
        return null;
    }
}
