package dev.espalier.typed.stubborn;

import dev.espalier.model.annotation.ArrayOf;
import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Convention;
import dev.espalier.model.annotation.Group;
import dev.espalier.model.annotation.Members;
import dev.espalier.model.typed.NdArray;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What cannot be trusted to be read or written. */
@Convention(name = "example:stubborn", version = "1")
public interface Stubborn {
  @Attribute
  Optional<Ratio> ratio();

  @Attribute
  Optional<Shy> shy();

  @Attribute
  Optional<Integer> size();

  @ArrayOf(dimensions = "*", preferChunks = "16", preferShards = "full")
  Optional<NdArray> array();

  @Members("part_{n}")
  Map<String, Counted> parts();

  /** A constructor that fails where it should refuse. */
  record Ratio(int whole, int part) {
    /** Divides. */
    public Ratio {
      int unused = whole / part;
    }
  }

  /** A record that shows itself only where it is small. */
  record Shy(int value) {
    /** The value, of which there may be too much. */
    @Override
    public int value() {
      if (value > 10) {
        throw new IllegalStateException(value + " is nobody's business");
      }
      return value;
    }
  }

  /** A group whose check fails where it should refuse. */
  @Group
  interface Counted {
    @Attribute
    int count();

    @Value.Check
    default void check() {
      if (count() < 0) {
        throw new UnsupportedOperationException("counts below zero");
      }
    }
  }
}
