package dev.espalier.typed.pyramid;

import dev.espalier.model.annotation.Attribute;
import dev.espalier.model.annotation.Group;

/** Under a licence. */
@Group
interface Licensed extends Titled, Dated {
  @Attribute
  String license();
}
