/** Published conventions as declarations and rules. */
module dev.espalier.conventions {
  requires transitive dev.espalier.model;

  exports dev.espalier.conventions.ngff;

  provides dev.espalier.model.convention.Convention with
      dev.espalier.conventions.ngff.NgffImage05,
      dev.espalier.conventions.ngff.NgffLabels05,
      dev.espalier.conventions.ngff.NgffImageLabel05,
      dev.espalier.conventions.ngff.NgffPlate05,
      dev.espalier.conventions.ngff.NgffWell05;
}
