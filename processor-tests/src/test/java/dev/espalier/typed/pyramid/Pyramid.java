package dev.espalier.typed.pyramid;

import dev.espalier.model.annotation.ArrayOf;
import dev.espalier.model.annotation.Convention;
import dev.espalier.model.annotation.Members;
import dev.espalier.model.annotation.rule.SameDataType;
import dev.espalier.model.typed.NdArray;
import java.util.Map;

/** An image in several resolutions. */
@Convention(name = "example:pyramid", version = "1")
@SameDataType("s{n}")
public interface Pyramid extends Located, Licensed {
  @Members(value = "s{n}", min = 1)
  @ArrayOf(
      types = "float32",
      dimensions = {"...", "*", "*"},
      preferChunks = {"64", "64"})
  Map<String, NdArray> levels();
}
