package dev.espalier.example.gauge;

import dev.espalier.model.annotation.ArrayOf;
import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Convention;
import dev.espalier.model.annotation.Group;
import dev.espalier.model.annotation.Members;
import dev.espalier.model.annotation.value.Between;
import dev.espalier.model.annotation.value.OneOf;
import dev.espalier.model.typed.NdArray;
import java.util.Map;

/** A station as the first version knew it. */
@Convention(
    name = "coast:gauge",
    version = "1.0",
    title = "Water levels that a tide gauge recorded",
    uuid = "5d3ee1b5-2a6c-4f0e-9a5d-0c5f6b1b7a10",
    url = "https://coast.example/gauge/1.0/schema.json",
    probes = "/gauge_version=1.0")
public interface Gauge10 {
  @Attribute("gauge_version")
  @OneOf("1.0")
  String version();

  @Attribute
  String station();

  @Attribute("lat")
  @Between(min = -90, max = 90)
  double latitude();

  @Attribute("lon")
  @Between(min = -180, max = 180)
  double longitude();

  @Members("deployment_{n}")
  Map<String, Recording> deployments();

  /** What was recorded between two visits. */
  @Group
  interface Recording {
    @ArrayOf(types = "int64", dimensions = "time")
    NdArray time();

    @ArrayOf(types = "float", dimensions = "time")
    NdArray height();
  }
}
