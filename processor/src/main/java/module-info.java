/** Compiles annotated interfaces into schemas, readers and writers. */
module dev.espalier.processor {
  requires dev.espalier.model;
  requires transitive java.compiler;

  exports dev.espalier.processor;

  provides javax.annotation.processing.Processor with
      dev.espalier.processor.EspalierProcessor;
}
