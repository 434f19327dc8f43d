package dev.espalier.model.code;

import java.util.ArrayList;
import java.util.List;

/** Collects what annotations have no word for. */
final class Notes {
  private final List<String> notes = new ArrayList<>();

  void add(String place, String what) {
    notes.add(place + ": " + what);
  }

  List<String> all() {
    return List.copyOf(notes);
  }
}
