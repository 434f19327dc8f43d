package dev.espalier.typed.pyramid;

import dev.espalier.model.annotation.Attribute;

/** No group itself: what it declares belongs to the groups that extend it. */
interface Dated {
  @Attribute
  int year();

  @Attribute
  default String calendar() {
    return "gregorian";
  }
}
