package dev.espalier.model.convention;

import dev.espalier.model.convention.Declaration.Basis;
import dev.espalier.model.convention.Statement.Said;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.schema.Identity;
import dev.espalier.model.schema.Identity.Probe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads from the attributes of a node whether it follows one version of a convention. */
final class StatementReader {
  private final Identity identity;
  private final Optional<JsonPointer> versionPlace;
  private final VersionOrder order = new VersionOrder();

  /**
   * A reader for one version.
   *
   * @param versionPlace where nodes of all versions say their version, if there is such a place
   */
  StatementReader(Identity identity, Optional<JsonPointer> versionPlace) {
    this.identity = identity;
    this.versionPlace = versionPlace;
  }

  /** The place of the sign whose value is the version itself. */
  static Optional<JsonPointer> versionProbe(Identity identity) {
    return identity.probes().stream()
        .filter(probe -> probe.value().flatMap(StatementReader::text).isPresent())
        .filter(
            probe ->
                probe
                    .value()
                    .flatMap(StatementReader::text)
                    .equals(Optional.of(identity.version())))
        .map(Probe::attribute)
        .findFirst();
  }

  /** Whether a node can state another version at all. */
  boolean seesVersions() {
    return versionPlace.isPresent()
        || identity.url().filter(url -> url.contains(identity.version())).isPresent();
  }

  Optional<Statement> read(NodeSpec node) {
    Optional<Statement> entry =
        ConventionEntry.of(node).stream()
            .filter(candidate -> candidate.names(identity))
            .findFirst()
            .flatMap(found -> byEntry(found, node));
    Optional<Statement> signs = bySigns(node);
    return Stream.of(entry, signs).flatMap(Optional::stream).reduce(Statement::and);
  }

  private Optional<Statement> byEntry(ConventionEntry entry, NodeSpec node) {
    Optional<String> schemaUrl = entry.schemaUrl();
    if (schemaUrl.isEmpty()) {
      return Optional.of(
          entry.specUrl().isPresent() && entry.specUrl().filter(this::isKnown).isPresent()
              ? Statement.of(Basis.ALIAS)
              : laterThanThis(node).map(Statement::later).orElse(Statement.of(Basis.UUID)));
    }
    String url = schemaUrl.get();
    if (identity.url().filter(url::equals).isPresent()) {
      return Optional.of(Statement.of(Basis.URL));
    }
    Said said = new Said(entry.schemaUrlPlace(), JsonValue.of(url), url);
    if (identity.aliases().contains(url)) {
      return Optional.of(odd(Basis.ALIAS, said));
    }
    Optional<String> version = versionIn(url);
    if (version.isEmpty()) {
      return Optional.of(odd(Basis.UUID, said));
    }
    return isLater(version.get())
        ? Optional.of(Statement.later(new Said(said.place(), said.value(), version.get())))
        : Optional.empty();
  }

  private Statement odd(Basis basis, Said url) {
    Statement statement = Statement.of(basis);
    return identity.url().isPresent() ? statement.withOddUrl(url) : statement;
  }

  private boolean isKnown(String url) {
    return identity.url().filter(url::equals).isPresent() || identity.aliases().contains(url);
  }

  private Optional<Statement> bySigns(NodeSpec node) {
    List<Probe> probes = identity.probes();
    if (probes.isEmpty()) {
      return Optional.empty();
    }
    Optional<Said> later = laterThanThis(node);
    boolean allHold =
        probes.stream()
            .allMatch(probe -> holds(probe, node) || (later.isPresent() && isVersion(probe)));
    if (!allHold) {
      return Optional.empty();
    }
    if (later.isPresent()) {
      return later.map(Statement::later);
    }
    boolean certain = probes.stream().anyMatch(probe -> probe.value().isPresent());
    return Optional.of(Statement.of(certain ? Basis.VALUE : Basis.PRESENCE));
  }

  private boolean isVersion(Probe probe) {
    return versionPlace.filter(probe.attribute()::equals).isPresent();
  }

  private static boolean holds(Probe probe, NodeSpec node) {
    return find(node, probe.attribute())
        .filter(found -> probe.value().isEmpty() || probe.value().get().equals(found))
        .isPresent();
  }

  private Optional<Said> laterThanThis(NodeSpec node) {
    return versionPlace.flatMap(
        place ->
            find(node, place)
                .flatMap(value -> text(value).map(text -> new Said(place, value, text)))
                .filter(said -> isLater(said.text())));
  }

  private boolean isLater(String version) {
    return VersionOrder.isVersion(version) && order.compare(version, identity.version()) > 0;
  }

  /** The version that stands in a URL where this version stands in its own. */
  private Optional<String> versionIn(String url) {
    String own = identity.url().orElse("");
    int at = own.indexOf(identity.version());
    if (at < 0) {
      return Optional.empty();
    }
    String before = own.substring(0, at);
    String after = own.substring(at + identity.version().length());
    int end = url.length() - after.length();
    return url.startsWith(before) && url.endsWith(after) && end > at
        ? Optional.of(url.substring(at, end)).filter(version -> !version.contains("/"))
        : Optional.empty();
  }

  private static Optional<JsonValue> find(NodeSpec node, JsonPointer place) {
    List<String> tokens = place.tokens();
    return tokens.isEmpty()
        ? Optional.empty()
        : node.attributes()
            .get(tokens.get(0))
            .flatMap(value -> new JsonPointer(tokens.subList(1, tokens.size())).find(value));
  }

  private static Optional<String> text(JsonValue value) {
    if (value instanceof JsonString string) {
      return Optional.of(string.value());
    }
    return value instanceof JsonNumber ? Optional.of(value.toString()) : Optional.empty();
  }
}
