package dev.espalier.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations are static methods that the convention lists. */
class MigrationsTest {
  private static final String HEAD =
      """
      package it;

      import dev.espalier.model.annotation.*;
      import dev.espalier.model.migration.MigrationDraft;
      import java.util.Optional;

      /** It. */
      @Convention(name = "example:it", version = "2")
      public interface It {
      """;

  @TempDir private Path directory;

  private Compilation compiled(String body) {
    return new Compilation(directory).source("it/It.java", HEAD + body + "}\n").run();
  }

  @Test
  void theVersionOfTheInterfaceIsOneEndOfTheWay() {
    Compilation compiled =
        compiled(
            """
              @Attribute String name();
              @Migrates(from = "1") static MigrationDraft up(MigrationDraft one) { return one; }
              @Migrates(to = "3") static MigrationDraft on(MigrationDraft two) { return two; }
            """);

    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.made("it/ItConvention.java"))
        .contains(
            """
              @Override
              public List<Migration> migrations() {
                return List.of(
                    Migration.between("1", "2", It::up),
                    Migration.between("2", "3", It::on));
              }
            """);
  }

  @Test
  void whatCannotBeAMigrationIsAnErrorAtItsLine() {
    List<String> errors =
        compiled(
                """
                  @Migrates(to = "3") static String a(MigrationDraft draft) { return ""; }
                  @Migrates static MigrationDraft b(MigrationDraft draft) { return draft; }
                  @Migrates(from = "2") static MigrationDraft c(MigrationDraft two) { return two; }
                  @Migrates(from = "1", to = "3")
                  static MigrationDraft d(MigrationDraft draft) { return draft; }
                  Optional<One> one();
                  @Group interface One {
                    @Migrates(to = "2") static MigrationDraft e(MigrationDraft d) { return d; }
                  }
                """)
            .errors();

    assertThat(errors)
        .containsExactlyInAnyOrder(
            "It.java:10 It.a(): a migration is a static method that takes a MigrationDraft and gives"
                + " one",
            "It.java:11 It.b(): @Migrates names one other version, with either from or to; found"
                + " none",
            "It.java:12 It.c(): a migration from version 2 to itself",
            "It.java:14 It.d(): @Migrates names one other version, with either from or to; found"
                + " both",
            "It.java:17 One.e(): @Migrates belongs to an interface with @Convention, which says the"
                + " version");
  }
}
