package dev.espalier.cli.command;

import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.code.AnnotatedCode;
import dev.espalier.model.code.AnnotatedSource;
import dev.espalier.model.code.BuilderCode;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.form.SchemaForm;
import dev.espalier.model.infer.SchemaInference;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.schema.Identity;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a schema of which hierarchies that are there are examples. */
@Command(
    name = "infer",
    header = "Print a schema that hierarchies that are there follow.",
    description =
        "A start for a convention of one's own. What all examples have is required, what some have"
            + " is optional; numbered names become a template, dimensions of one name or of equal"
            + " extents a symbol. Every example follows the schema, as far as it can be read.",
    footer = {
      "",
      "With --json, a schema in JSON comes in one line, and source in a document:",
      "{\"form\", \"source\", \"not_expressed\"}, the last being what annotations have no word",
      "for, which is otherwise said on standard error.",
      "",
      "Example:",
      "  espalier infer samples/cells.h5 --name lab:cells --form builder"
    })
final class InferCommand extends Subcommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "LOCATION",
      description =
          "A Zarr directory or archive, the URL of a directory, an HDF5 file, or a directory with"
              + " such things in it.")
  private List<String> locations = List.of();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "example:inferred",
      description = "What the convention is called; default: ${DEFAULT-VALUE}.")
  private String name = "";

  @Option(
      names = "--schema-version",
      paramLabel = "VERSION",
      defaultValue = "1",
      description = "Its version; default: ${DEFAULT-VALUE}.")
  private String version = "";

  @Option(
      names = "--form",
      paramLabel = "FORM",
      defaultValue = "json",
      description =
          "json: the declaration, to be read by --as FILE.json (default); builder: Java source that"
              + " builds it; annotations: annotated Java interfaces.")
  private String form = "json";

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      description = "The class in the source, with its package; default: from the name.")
  private Optional<String> className = Optional.empty();

  @Mixin private ConsolidatedOption consolidated = new ConsolidatedOption();

  InferCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    Backends backends = Backends.load();
    List<NodeSpec> examples = new ArrayList<>();
    for (String text : locations) {
      for (Location location : LocationSearch.search(backends, new Location(text))) {
        examples.add(tree(backends, location));
      }
    }
    Schema schema = SchemaInference.of(examples, Identity.of(name, version));
    switch (form) {
      case "json" -> printForm(SchemaForm.write(schema));
      case "builder" -> printSource(source(schema, "Schema", InferCommand::builder));
      case "annotations" -> printSource(source(schema, "", AnnotatedCode::of));
      default ->
          throw new RequestException(
              "--form " + form + ": expected one of json, builder, annotations");
    }
    return ExitCode.OK;
  }

  private void printForm(JsonObject schema) {
    if (json()) {
      print(schema);
    } else {
      terminal().print(JsonWriter.pretty(schema));
    }
  }

  private void printSource(AnnotatedSource source) {
    if (json()) {
      print(
          JsonObject.builder()
              .put("form", form)
              .put("source", source.source())
              .put("not_expressed", JsonArray.ofStrings(source.notExpressed()))
              .build());
      return;
    }
    source.notExpressed().forEach(note -> terminal().say("not expressed: " + note));
    terminal().out().print(source.source());
  }

  private NodeSpec tree(Backends backends, Location location) {
    try (OpenHierarchy hierarchy = backends.open(location, consolidated.options())) {
      NodeSpec tree = hierarchy.tree();
      if (tree instanceof UnreadableSpec unreadable) {
        throw new CorruptException(location + ": " + unreadable.message());
      }
      long unread =
          tree.toFlat().values().stream().filter(UnreadableSpec.class::isInstance).count();
      if (unread > 0) {
        terminal().say(location + ": nodes that cannot be read are left out: " + unread);
      }
      return tree;
    }
  }

  /** Writes source for a schema. */
  private interface Writer {
    AnnotatedSource write(Schema schema, String packageName, String className);
  }

  private static AnnotatedSource builder(Schema schema, String packageName, String className) {
    return new AnnotatedSource(BuilderCode.of(schema, packageName, className), List.of());
  }

  private AnnotatedSource source(Schema schema, String ending, Writer writer) {
    String full = className.orElseGet(() -> classNameOf(name) + ending);
    int dot = full.lastIndexOf('.');
    try {
      return writer.write(schema, dot < 0 ? "" : full.substring(0, dot), full.substring(dot + 1));
    } catch (IllegalArgumentException e) {
      throw new RequestException("--class " + full + ": " + e.getMessage(), e);
    }
  }

  /** The last word of a name as a class is called: {@code lab:cell-atlas} is CellAtlas. */
  private static String classNameOf(String convention) {
    StringBuilder out = new StringBuilder();
    for (String word : convention.replaceFirst(".*:", "").split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        out.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    boolean fits = out.length() > 0 && Character.isLetter(out.charAt(0));
    return fits ? out.toString() : "Inferred";
  }
}
