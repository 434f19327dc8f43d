package dev.espalier.typed.pyramid;

import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Group;
import dev.espalier.model.annotation.value.Sized;
import java.util.List;
import java.util.Optional;

/** Somewhere on the earth. */
@Group
public interface Located extends Titled {
  @Attribute("spatial:bbox")
  Optional<@Sized(min = 4, max = 4) List<Double>> box();
}
