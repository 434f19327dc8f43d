/** Where bytes lie and how they are squeezed: shared by the formats. */
module dev.espalier.io {
  requires transitive dev.espalier.model;
  requires java.net.http;
  requires org.apache.commons.compress;

  exports dev.espalier.io.codec;
  exports dev.espalier.io.file;
  exports dev.espalier.io.http;
  exports dev.espalier.io.place;
  exports dev.espalier.io.store;
  exports dev.espalier.io.zip;

  uses dev.espalier.io.place.StoreProvider;

  provides dev.espalier.io.place.StoreProvider with
      dev.espalier.io.file.DirectoryProvider,
      dev.espalier.io.http.HttpProvider,
      dev.espalier.io.zip.ZipProvider;
}
