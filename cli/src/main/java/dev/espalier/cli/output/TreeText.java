package dev.espalier.cli.output;

import dev.espalier.cli.terminal.Style;
import dev.espalier.cli.terminal.Visible;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.shape.Shape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A hierarchy as a tree for people. */
public final class TreeText {
  private static final int LONGEST_VALUE = 96;

  /** Parameters of codecs that are shown, in this order. */
  private static final List<String> HOW_CODECS_COMPRESS =
      List.of("cname", "clevel", "level", "shuffle");

  private final Style style;
  private final List<String> lines = new ArrayList<>();

  private TreeText(Style style) {
    this.style = style;
  }

  /**
   * The lines of a tree.
   *
   * @param title what stands for the root
   */
  public static List<String> of(String title, NodeSpec root, Style style) {
    TreeText text = new TreeText(style);
    text.lines.add(style.strong(title) + (root instanceof GroupSpec ? "" : text.described(root)));
    text.below("", root);
    return text.lines;
  }

  private void below(String indent, NodeSpec node) {
    List<Entry> entries = new ArrayList<>();
    node.attributes()
        .byName()
        .forEach((name, value) -> entries.add(new Entry(attribute(name, value.value()), null)));
    if (node instanceof GroupSpec group) {
      group
          .members()
          .forEach(
              (name, member) ->
                  entries.add(
                      new Entry(
                          style.strong(Visible.name(name.value())) + described(member), member)));
      if (!group.membersKnown()) {
        entries.add(new Entry(style.faint("(there may be more: the store cannot list)"), null));
      }
    }
    for (Iterator<Entry> all = entries.iterator(); all.hasNext(); ) {
      Entry entry = all.next();
      boolean last = !all.hasNext();
      lines.add(indent + (last ? "└── " : "├── ") + entry.line());
      if (entry.node() != null) {
        below(indent + (last ? "    " : "│   "), entry.node());
      }
    }
  }

  /** A line, and the node whose members follow below it. */
  private record Entry(String line, @Nullable NodeSpec node) {}

  private String attribute(String name, Object value) {
    String text = value.toString();
    String shown =
        text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
    return style.faint("@" + Visible.name(name) + " = " + shown);
  }

  private String described(NodeSpec node) {
    return node.match(group -> style.strong("/"), this::array, this::unreadable);
  }

  private String unreadable(UnreadableSpec node) {
    return "  "
        + style.bad("unreadable")
        + " ("
        + node.problem().name().toLowerCase(Locale.ROOT)
        + "): "
        + Visible.name(node.message())
        + (node.further().isEmpty() ? "" : " (and " + node.further().size() + " more)");
  }

  private String array(ArraySpec array) {
    Layout layout = array.layout();
    StringBuilder line = new StringBuilder("  ");
    line.append(style.typed(array.dataType() + " " + extents(array)));
    layout
        .chunkShape()
        .filter(chunks -> chunks.rank() > 0)
        .ifPresent(chunks -> line.append("  chunks ").append(plain(chunks)));
    if (layout.chunkGrid().orElse(null) instanceof RectilinearGrid varied) {
      line.append("  chunks ").append(varied);
    } else if (layout.chunkGrid().isPresent() && layout.chunkShape().isEmpty()) {
      line.append("  ").append(layout.chunkGrid().get().name()).append(" grid");
    }
    layout.shardShape().ifPresent(shards -> line.append("  shards ").append(plain(shards)));
    layout
        .codecs()
        .filter(codecs -> !codecs.isEmpty())
        .ifPresent(codecs -> line.append("  ").append(codecs(codecs)));
    return line.toString();
  }

  private static String codecs(List<CodecSpec> codecs) {
    return codecs.stream().map(TreeText::codec).collect(Collectors.joining(" + "));
  }

  /** The name, and what says how hard and how bytes are compressed. */
  private static String codec(CodecSpec codec) {
    return HOW_CODECS_COMPRESS.stream()
        .flatMap(name -> codec.configuration().get(name).stream())
        .map(TreeText::plain)
        .collect(Collectors.joining(" ", codec.name() + " ", ""))
        .strip();
  }

  private static String plain(JsonValue parameter) {
    return Visible.name(parameter instanceof JsonString text ? text.value() : parameter.toString());
  }

  private static String plain(Shape shape) {
    return shape.stream().mapToObj(Long::toString).collect(Collectors.joining("×"));
  }

  /** The extents, each behind the name of its dimension where it has one. */
  private static String extents(ArraySpec array) {
    List<String> extents = new ArrayList<>();
    for (int d = 0; d < array.shape().rank(); d++) {
      int dimension = d;
      Optional<String> name = array.dimensionNames().flatMap(names -> names.get(dimension));
      extents.add(name.map(n -> Visible.name(n) + " ").orElse("") + array.shape().extent(d));
    }
    return extents.isEmpty() ? "scalar" : "[" + String.join(", ", extents) + "]";
  }
}
