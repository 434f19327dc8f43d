package coast;

import dev.espalier.model.annotation.ArrayOf;
import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Convention;
import dev.espalier.model.annotation.Group;
import dev.espalier.model.annotation.Migrates;
import dev.espalier.model.migration.MigrationDraft;
import dev.espalier.model.typed.NdArray;
import java.util.List;

/** The first version, which knew one thermometer only. */
@Convention(name = "coast:mooring", version = "1.0", probes = "/place")
public interface Mooring1 {
  @Attribute
  List<Double> place();

  @ArrayOf(types = "int64", dimensions = "time")
  NdArray time();

  Thermometer thermometer();

  @Group
  interface Thermometer {
    @Attribute
    double depth();

    @ArrayOf(types = "float", dimensions = "time")
    NdArray data();
  }

  @Migrates(to = "2.0")
  static MigrationDraft toVersion2(MigrationDraft node) {
    return node.renameAttribute("/place", "position")
        .renameMember("/thermometer/data", "temperature")
        .renameMember("/thermometer", "sensor_0")
        .setAttribute("/mooring_version", "2.0");
  }
}
