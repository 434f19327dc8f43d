/** Contracts that a store, a codec or a backend passes, ours or another's. */
module dev.espalier.testkit {
  requires transitive dev.espalier.io;
  requires transitive dev.espalier.model;
  requires transitive org.junit.jupiter.api;
  requires jdk.httpserver;
  requires org.junit.jupiter.params;
  requires org.assertj.core;

  exports dev.espalier.testkit;
  exports dev.espalier.testkit.store;
  exports dev.espalier.testkit.http;
}
