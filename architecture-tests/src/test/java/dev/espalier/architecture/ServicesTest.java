package dev.espalier.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.model.convention.Convention;
import dev.espalier.model.spi.Backend;
import dev.espalier.zarr.codec.CodecFactory;
import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who runs Espalier as modules finds the same providers as who runs it on the class path. */
class ServicesTest {
  private static final Set<String> ROOTS =
      Set.of(
          "dev.espalier.model",
          "dev.espalier.json",
          "dev.espalier.io",
          "dev.espalier.zarr",
          "dev.espalier.convert",
          "dev.espalier.conventions");

  @SuppressWarnings("NullAway.Init") // made once for all tests
  private static ModuleLayer layer;

  @BeforeAll
  static void startModules() {
    ModuleLayer boot = ModuleLayer.boot();
    Configuration resolved =
        boot.configuration().resolveAndBind(modulesOnTheClassPath(), ModuleFinder.of(), ROOTS);
    layer = boot.defineModulesWithOneLoader(resolved, ClassLoader.getPlatformClassLoader());
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Backend.class,
        Convention.class,
        BytesToBytesCodecFactory.class,
        CodecFactory.class
      })
  <S> void modulesAndClassPathFindTheSameProviders(Class<S> service) throws Exception {
    Class<?> sameInModules = layer.findLoader(ROOTS.iterator().next()).loadClass(service.getName());

    Set<String> found = names(ServiceLoader.load(layer, sameInModules));

    assertThat(sameInModules.getModule().isNamed()).isTrue();
    assertThat(found).as("providers of %s", service.getName()).isNotEmpty();
    assertThat(found).isEqualTo(names(ServiceLoader.load(service)));
  }

  /** Those of the named modules: a directory of classes is no automatic module. */
  private static Set<String> names(ServiceLoader<?> loader) {
    return loader.stream()
        .map(provider -> provider.type().getName())
        .filter(name -> ROOTS.stream().anyMatch(root -> ModuleTable.isBelow(name, root)))
        .collect(toCollection(TreeSet::new));
  }

  private static ModuleFinder modulesOnTheClassPath() {
    List<Path> entries =
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(System.getProperty("java.class.path"))
            .map(Path::of)
            .filter(path -> !path.endsWith("test-classes"))
            .toList();
    return ModuleFinder.of(entries.toArray(Path[]::new));
  }
}
