/** Any source to any target, with a report of what became of every object. */
module dev.espalier.convert {
  requires transitive dev.espalier.model;

  exports dev.espalier.convert;
}
