package dev.espalier.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What module-info.java says fits the packages and services that are there. */
class ModuleDescriptorTest {
  private static final JavaClasses CLASSES = MainClasses.all();

  /** The others depend on libraries that name no module. */
  private static final Set<String> NAMED =
      Set.of("model", "json", "io-core", "io-zarr", "convert", "conventions", "testkit");

  static Stream<ModuleTable.Module> namedModules() {
    return ModuleTable.ESPALIER.modules().stream().filter(m -> NAMED.contains(m.name()));
  }

  @ParameterizedTest
  @MethodSource("namedModules")
  void everyPackageIsExportedButTheInternalOnes(ModuleTable.Module module) throws IOException {
    Set<String> packages =
        CLASSES.stream()
            .filter(c -> !c.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .filter(module::isApi)
            .collect(Collectors.toCollection(TreeSet::new));

    ModuleDescriptor descriptor = descriptorOf(module);

    assertThat(descriptor.name()).isEqualTo(module.packageRoot());
    assertThat(
            descriptor.exports().stream()
                .filter(e -> !e.isQualified())
                .map(ModuleDescriptor.Exports::source))
        .as("exports of %s", descriptor.name())
        .containsExactlyInAnyOrderElementsOf(packages);
  }

  /** Who runs us on the class path finds the same providers as who runs us as modules. */
  @ParameterizedTest
  @MethodSource("namedModules")
  void servicesAreProvidedOnTheClassPathToo(ModuleTable.Module module) throws IOException {
    Map<String, Set<String>> provided = new TreeMap<>();
    descriptorOf(module)
        .provides()
        .forEach(p -> provided.put(p.service(), new TreeSet<>(p.providers())));

    assertThat(servicesOf(module)).isEqualTo(provided);
  }

  private static ModuleDescriptor descriptorOf(ModuleTable.Module module) throws IOException {
    Path file = MainClasses.directoryOf(module.name()).resolve("module-info.class");
    try (InputStream bytes = Files.newInputStream(file)) {
      return ModuleDescriptor.read(bytes);
    }
  }

  private static Map<String, Set<String>> servicesOf(ModuleTable.Module module) throws IOException {
    Map<String, Set<String>> services = new TreeMap<>();
    Path directory = MainClasses.directoryOf(module.name()).resolve("META-INF/services");
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          services.put(file.getFileName().toString(), new TreeSet<>(providersIn(file)));
        }
      }
    }
    return services;
  }

  private static List<String> providersIn(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
