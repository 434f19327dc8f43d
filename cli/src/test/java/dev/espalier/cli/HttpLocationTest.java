package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.testkit.http.Fault;
import dev.espalier.testkit.http.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that are given the URL of a hierarchy. */
class HttpLocationTest {
  @TempDir private Path directory;
  private Path local = Path.of("");

  @SuppressWarnings("NullAway.Init") // made before each test
  private TestServer server;

  @BeforeEach
  void serve() {
    local = Cli.convertedSample(directory);
    Cli.succeed("consolidate", local);
    server = TestServer.over(directory);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String url() {
    return server.url("cells.ome.zarr");
  }

  @Test
  void theTreeCostsOneRequestAndIsThatOfTheDirectory() {
    String remote = Cli.succeed("inspect", url()).out();

    assertThat(remote.replace(url(), local.toString()))
        .isEqualTo(Cli.succeed("inspect", local).out());
    assertThat(server.requests()).hasToString("[/cells.ome.zarr/zarr.json]");
  }

  @Test
  void elementsAreThoseOfTheDirectory() {
    String remote = Cli.succeed("digest", url()).out();

    assertThat(remote.replace(url(), local.toString()))
        .isEqualTo(Cli.succeed("digest", local).out());
  }

  @Test
  void dataBehindAUrlIsValidatedAndConverted() {
    assertThat(Cli.succeed("validate", url()).out())
        .isEqualTo(url() + " as ngff:image@0.5: valid\n");
    Path copy = directory.resolve("copy.zarr");

    assertThat(Cli.succeed("convert", url(), copy, "--verify").out())
        .contains("the store cannot be listed");

    assertThat(Cli.succeed("digest", copy).out())
        .isEqualTo(Cli.succeed("digest", local).out().replace(local.toString(), copy.toString()));
  }

  @Test
  void aNodeOfWhatIsBehindAUrlIsConverted() {
    Path copy = directory.resolve("copy.zarr");

    Cli.succeed("convert", url() + "#/acquisition", copy);

    assertThat(Cli.succeed("inspect", copy).out()).contains("run1/");
  }

  @Test
  void whatIsNotThereAndWhatIsForbiddenAreInputsThatCannotBeRead() {
    Cli.Outcome absent = Cli.run("inspect", server.url("other.zarr"));
    assertThat(absent.code()).isEqualTo(3);
    assertThat(absent.err())
        .contains(
            server.url("other.zarr")
                + ": no hierarchy of a known format (hdf5, zarr, zarr2) is there");

    server.always(new Fault.Status(403, Map.of()));
    Cli.Outcome forbidden = Cli.run("digest", url());
    assertThat(forbidden.code()).isEqualTo(3);
    assertThat(forbidden.err()).contains("the server forbids it (403)");
  }

  @Test
  void passwordsAndSignaturesAreNotPrinted() {
    String secret = "http://me:hidden@" + server.authority() + "/cells.ome.zarr?sig=hidden";

    for (String command : new String[] {"inspect", "validate", "digest"}) {
      Cli.Outcome outcome = Cli.succeed(command, secret);
      Cli.Outcome json = Cli.succeed(command, secret, "--json");
      assertThat(outcome.out() + outcome.err() + json.out() + json.err())
          .contains("http://" + server.authority() + "/cells.ome.zarr?...")
          .doesNotContain("hidden");
    }
    assertThat(server.requests())
        .allMatch(request -> request.uri().endsWith("?sig=hidden"))
        .allMatch(request -> request.header("Authorization").isPresent());
  }

  @Test
  void theHelpNamesUrls() {
    assertThat(Cli.succeed("--help").out()).contains("URL of a directory (http://, https://)");
    for (String command : List.of("inspect", "infer", "dump")) {
      assertThat(Cli.succeed(command, "--help").out()).contains("URL of a directory");
    }
  }

  @Test
  void nothingIsWrittenBehindAUrl() {
    Cli.Outcome outcome = Cli.run("convert", local, url());

    assertThat(outcome.err())
        .contains(
            url() + ": stores of this kind can be read only; write to a directory or an archive");
    assertThat(outcome.code()).isEqualTo(2);
  }
}
