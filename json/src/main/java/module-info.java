/** JSON text to and from model values, and JSON Schema checks. */
module dev.espalier.json {
  requires transitive dev.espalier.model;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.networknt.schema;

  exports dev.espalier.json;
}
