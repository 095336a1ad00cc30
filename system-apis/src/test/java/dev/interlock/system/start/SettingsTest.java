package dev.interlock.system.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.interlock.platform.outbound.TargetConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void namesASettingThatNobodyReads() {
        assertThat(wrong(Map.of("interlock.efects.lease", "20S")))
                .singleElement()
                .asString()
                .startsWith("The setting interlock.efects.lease is not known");
    }

    @Test
    void wantsTimesThatNest() {
        assertThat(
                        wrong(
                                Map.of(
                                        "interlock.targets.plm.timeout",
                                        "20S",
                                        "interlock.targets.plm.quiet-time",
                                        "3S")))
                .containsExactly(
                        "interlock.targets.plm.timeout is PT20S: write less than"
                                + " interlock.effects.lease, which is PT20S.",
                        "interlock.targets.plm.quiet-time is PT3S: write at least its timeout,"
                                + " which is PT20S.");
    }

    @Test
    void knowsEverySettingThatIsRead() {
        var mappings =
                new ClassFileImporter()
                        .importPackages("dev.interlock").stream()
                                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                                .map(type ->
                                        type.getAnnotationOfType(ConfigMapping.class).prefix()
                                                + ".")
                                .toList();

        assertThat(mappings).isNotEmpty().isSubsetOf(Settings.KNOWN);
    }

    @Test
    void isContentWithTheDefaults() {
        assertThat(wrong(Map.of())).isEmpty();
    }

    private static List<String> wrong(Map<String, String> more) {
        var values =
                new HashMap<>(
                        Map.of(
                                "interlock.targets.plm.system",
                                "PLM",
                                "interlock.targets.plm.url",
                                "http://127.0.0.1:9"));
        values.putAll(more);
        var config =
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(values, "test", 100))
                        .withMapping(TargetConfig.class)
                        .withConverter(
                                Duration.class,
                                200,
                                text -> Duration.parse("PT" + text.replaceFirst("^PT", "")))
                        .build();
        return new Settings(
                        config, config.getConfigMapping(TargetConfig.class), Duration.ofSeconds(20))
                .wrong();
    }
}
