package dev.espalier.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {

  @Nested
  class OfThisProject {
    /** Raise it as the code grows: it is what keeps the rules from passing on nothing. */
    private static final int FILES_AT_LEAST = 380;

    private final SourceTree tree = SourceTree.below(MainClasses.root());

    @Test
    void isSeen() {
      assertThat(tree.main()).hasSizeGreaterThanOrEqualTo(FILES_AT_LEAST);
      assertThat(tree.all()).hasSizeGreaterThan(tree.main().size());
    }

    @Test
    void hasNoLongFiles() {
      assertThat(tree.filesThatAreTooLong()).isEmpty();
    }

    @Test
    void explainsEveryPackage() {
      assertThat(tree.packagesWithoutInfo()).isEmpty();
    }

    @Test
    void checksEveryPackageForNull() {
      assertThat(tree.packagesNotNullMarked()).isEmpty();
    }

    @Test
    void showsFewTypesPerPackage() {
      assertThat(tree.packagesWithTooManyPublicTypes()).isEmpty();
    }
  }

  @Nested
  class WithSeededViolations {
    private static final String PACKAGE = "zarr/src/main/java/seeded";

    @TempDir private Path root;

    @Test
    void aLongFileIsFound() throws IOException {
      write(PACKAGE + "/Short.java", "class Short {\n" + "\n".repeat(397) + "}\n");
      write(PACKAGE + "/Long.java", "class Long {\n" + "\n".repeat(398) + "}\n");

      assertThat(SourceTree.below(root).filesThatAreTooLong())
          .containsExactly(PACKAGE + "/Long.java has 400 lines, 400 is too long");
    }

    @Test
    void aLongTestIsFound() throws IOException {
      write("zarr/src/test/java/seeded/LongTest.java", "\n".repeat(1000));

      assertThat(SourceTree.below(root).filesThatAreTooLong()).hasSize(1);
    }

    @Test
    void anUnexplainedPackageIsFound() throws IOException {
      write(PACKAGE + "/explained/package-info.java", "@NullMarked package seeded.explained;");
      write(PACKAGE + "/explained/A.java", "class A {}");
      write(PACKAGE + "/unexplained/B.java", "class B {}");
      write("zarr/src/main/java/module-info.java", "module seeded {}");
      write("zarr/src/test/java/seeded/BTest.java", "class BTest {}");

      assertThat(SourceTree.below(root).packagesWithoutInfo())
          .containsExactly(
              PACKAGE + "/unexplained has no package-info.java that says what it is for");
    }

    @Test
    void aPackageThatIsNotCheckedForNullIsFound() throws IOException {
      write(PACKAGE + "/package-info.java", "/** Says enough. */\npackage seeded;");

      assertThat(SourceTree.below(root).packagesNotNullMarked())
          .containsExactly(
              PACKAGE + "/package-info.java is not @NullMarked, so that null goes unchecked");
    }

    @Test
    void aCrowdedPackageIsFound() throws IOException {
      for (int i = 0; i < 13; i++) {
        write(PACKAGE + "/crowded/Seen" + i + ".java", "public final class Seen" + i + " {}");
        write(PACKAGE + "/calm/Hidden" + i + ".java", "final class Hidden" + i + " {}");
      }

      assertThat(SourceTree.below(root).packagesWithTooManyPublicTypes())
          .containsExactly(PACKAGE + "/crowded has 13 public types, at most 12 can be taken in");
    }

    private void write(String name, String text) throws IOException {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
  }
}
