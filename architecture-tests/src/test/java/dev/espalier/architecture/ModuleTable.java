package dev.espalier.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The modules below a root package, and what each may depend on. */
record ModuleTable(String root, List<Module> modules) {

  /**
   * One module of the build.
   *
   * @param name its directory
   * @param packageRoot the package that it alone fills, with all packages below
   * @param mayUse names of the modules that it may depend on
   * @param libraries packages of the foreign libraries that only it, of those listed, may touch
   */
  record Module(String name, String packageRoot, Set<String> mayUse, Set<String> libraries) {
    boolean holds(String packageName) {
      return isBelow(packageName, packageRoot);
    }

    boolean isApi(String packageName) {
      return holds(packageName) && !(packageName + ".").contains(".internal.");
    }
  }

  /** Annotations leave no trace at run time, so every module may carry them. */
  private static final Set<String> ANNOTATIONS = Set.of("org.jspecify", "org.immutables.value");

  static final ModuleTable ESPALIER = below("dev.espalier");

  static ModuleTable below(String root) {
    Set<String> everything =
        Set.of("model", "json", "io-core", "io-zarr", "io-hdf5", "convert", "conventions");
    return new ModuleTable(
        root,
        List.of(
            new Module("model", root + ".model", Set.of(), Set.of()),
            new Module("processor", root + ".processor", Set.of("model"), Set.of()),
            new Module(
                "json",
                root + ".json",
                Set.of("model"),
                Set.of("com.fasterxml.jackson", "com.networknt")),
            new Module(
                "io-core", root + ".io", Set.of("model"), Set.of("org.apache.commons.compress")),
            new Module(
                "io-zarr",
                root + ".zarr",
                Set.of("io-core", "json", "model"),
                Set.of(
                    "com.github.luben.zstd",
                    "com.scalableminds.bloscjava",
                    "net.jpountz",
                    "org.apache.commons.compress",
                    "org.tukaani.xz",
                    "org.xerial.snappy")),
            new Module("io-hdf5", root + ".hdf5", Set.of("io-core", "model"), Set.of("io.jhdf")),
            new Module("convert", root + ".convert", Set.of("model"), Set.of()),
            new Module("conventions", root + ".conventions", Set.of("model"), Set.of()),
            new Module(
                "cli", root + ".cli", everything, Set.of("picocli", "me.tongfei.progressbar")),
            new Module("examples", root + ".example", everything, Set.of()),
            new Module(
                "testkit",
                root + ".testkit",
                Set.of("model", "io-core"),
                Set.of("com.sun.net.httpserver", "org.junit", "org.assertj", "org.opentest4j"))));
  }

  Optional<Module> moduleOf(JavaClass javaClass) {
    return modules.stream().filter(m -> m.holds(javaClass.getPackageName())).findFirst();
  }

  boolean isOurs(JavaClass javaClass) {
    return isBelow(javaClass.getPackageName(), root);
  }

  static boolean isJdk(JavaClass javaClass) {
    return javaClass.isPrimitive()
        || isBelow(javaClass.getPackageName(), "java")
        || isBelow(javaClass.getPackageName(), "javax");
  }

  static boolean isAnnotationLibrary(JavaClass javaClass) {
    return ANNOTATIONS.stream().anyMatch(a -> isBelow(javaClass.getPackageName(), a));
  }

  static boolean isBelow(String packageName, String ancestor) {
    return packageName.equals(ancestor) || packageName.startsWith(ancestor + ".");
  }
}
