package dev.espalier.typed.single;

import dev.espalier.model.annotation.ArrayNode;
import dev.espalier.model.annotation.ArrayOf;
import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Convention;
import dev.espalier.model.typed.NdArray;

/** One trace: an array that is a convention of its own. */
@Convention(name = "example:trace", version = "3")
@ArrayNode
public interface Trace {
  @Attribute
  String unit();

  @Attribute
  default long offset() {
    return -5;
  }

  @ArrayOf(
      types = {"int16", "int32"},
      namedDimensions = {"channel", "time"},
      preferChunks = {"1", "*"})
  NdArray samples();
}
