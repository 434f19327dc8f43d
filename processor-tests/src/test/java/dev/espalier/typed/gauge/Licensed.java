package dev.espalier.typed.gauge;

import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Group;

/** Under a licence. */
@Group
public interface Licensed {
  @Attribute
  String license();
}
