package dev.espalier.typed.pyramid;

import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Group;
import dev.espalier.model.annotation.Recommended;
import java.util.Optional;

/** With a title. */
@Group
public interface Titled {
  @Attribute
  @Recommended
  Optional<String> title();
}
