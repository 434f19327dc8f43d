/**
 * Hierarchies of arrays as values: what is or shall be there, without a format and without bytes.
 */
module dev.espalier.model {
  requires static transitive org.immutables.value.annotations;
  requires static transitive org.jspecify;

  exports dev.espalier.model.annotation.rule;
  exports dev.espalier.model.annotation.value;
  exports dev.espalier.model.annotation;
  exports dev.espalier.model.code;
  exports dev.espalier.model.convention;
  exports dev.espalier.model.data;
  exports dev.espalier.model.declare;
  exports dev.espalier.model.document;
  exports dev.espalier.model.edit;
  exports dev.espalier.model.elements;
  exports dev.espalier.model.error;
  exports dev.espalier.model.evolve;
  exports dev.espalier.model.fill;
  exports dev.espalier.model.finding;
  exports dev.espalier.model.form;
  exports dev.espalier.model.infer;
  exports dev.espalier.model.hierarchy;
  exports dev.espalier.model.json;
  exports dev.espalier.model.jsonschema;
  exports dev.espalier.model.layout;
  exports dev.espalier.model.match;
  exports dev.espalier.model.migration;
  exports dev.espalier.model.node;
  exports dev.espalier.model.path;
  exports dev.espalier.model.pattern;
  exports dev.espalier.model.plan;
  exports dev.espalier.model.schema.array;
  exports dev.espalier.model.schema.rule;
  exports dev.espalier.model.schema.value;
  exports dev.espalier.model.schema;
  exports dev.espalier.model.shape;
  exports dev.espalier.model.spi;
  exports dev.espalier.model.stored;
  exports dev.espalier.model.tree;
  exports dev.espalier.model.type;
  exports dev.espalier.model.typed;
  exports dev.espalier.model.work;

  uses dev.espalier.model.convention.Convention;
  uses dev.espalier.model.spi.Backend;
}
