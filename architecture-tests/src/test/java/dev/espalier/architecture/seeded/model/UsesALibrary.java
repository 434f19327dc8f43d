package dev.espalier.architecture.seeded.model;

import com.fasterxml.jackson.core.JsonFactory;

class UsesALibrary {
  JsonFactory factory = new JsonFactory();
}
