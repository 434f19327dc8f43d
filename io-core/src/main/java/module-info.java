/** Where bytes lie and how they are squeezed: shared by the formats. */
module dev.espalier.io {
  requires transitive dev.espalier.model;

  exports dev.espalier.io.codec;
  exports dev.espalier.io.store;
}
