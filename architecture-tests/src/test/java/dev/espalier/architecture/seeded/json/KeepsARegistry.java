package dev.espalier.architecture.seeded.json;

import java.util.concurrent.ConcurrentHashMap;

class KeepsARegistry {
  static final ConcurrentHashMap<String, String> REGISTRY = new ConcurrentHashMap<>();
}
