package dev.espalier.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The compiled main classes of every module, as the build left them. */
final class MainClasses {
  /** Reading them takes seconds, so that all tests share them. */
  private static final JavaClasses ALL = new ClassFileImporter().importPaths(directories());

  private MainClasses() {}

  static Path root() {
    return Path.of(System.getProperty("espalier.root", "..")).toAbsolutePath().normalize();
  }

  static JavaClasses all() {
    return ALL;
  }

  static Path directoryOf(String module) {
    return root().resolve(module).resolve("target/classes");
  }

  private static List<Path> directories() {
    return ModuleTable.ESPALIER.modules().stream()
        .map(module -> directoryOf(module.name()))
        .filter(Files::isDirectory)
        .toList();
  }
}
