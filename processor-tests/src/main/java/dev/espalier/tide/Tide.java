package dev.espalier.tide;

import dev.espalier.model.annotation.ArrayOf;
import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Convention;
import dev.espalier.model.annotation.Elements;
import dev.espalier.model.annotation.Members;
import dev.espalier.model.annotation.value.Above;
import dev.espalier.model.typed.NdArray;
import java.util.Map;
import java.util.Optional;

/** Water levels of a harbour over time. */
@Convention(name = "example:tide", version = "1.0", title = "Water levels", probes = "/harbour")
public interface Tide {
  /** The harbour, by its name. */
  @Attribute
  String harbour();

  /** Samples an hour. */
  @Attribute("sampling:rate")
  @Above(0)
  default double rate() {
    return 1.0;
  }

  /** Seconds since 1970. */
  @ArrayOf(types = "int64", namedDimensions = "time")
  @Elements(strictlyRising = true)
  NdArray time();

  /** Metres above the zero of the chart. */
  @ArrayOf(types = "float", namedDimensions = "time", preferChunks = "4096")
  NdArray level();

  /** What was forecast, run by run. */
  @Members("run_{n}")
  @ArrayOf(types = "float", namedDimensions = "time")
  Map<String, NdArray> forecasts();

  /** Who measured. */
  @Attribute
  Optional<String> operator();

  /** Starts a tide. */
  static TideBuilder builder() {
    return TideConvention.builder();
  }
}
