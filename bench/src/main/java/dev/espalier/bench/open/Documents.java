package dev.espalier.bench.open;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Arrays;

/** Reads files into a buffer that is kept, and goes through their tokens, for one thread. */
final class Documents {
  private static final int FIRST_ROOM = 1 << 13;

  private final JsonFactory json = new JsonFactory();
  private byte[] room = new byte[FIRST_ROOM];
  private int length;

  /** Reads a file and goes through it; whether it says that it is a group. */
  boolean isGroup(File document) throws IOException {
    read(document);
    boolean group = false;
    try (JsonParser parser = json.createParser(room, 0, length)) {
      JsonToken token;
      while ((token = parser.nextToken()) != null) {
        if (token == JsonToken.VALUE_STRING && parser.getTextLength() == 5) {
          group |= parser.getText().equals("group");
        }
      }
    }
    return group;
  }

  void read(File document) throws IOException {
    length = 0;
    try (FileInputStream in = new FileInputStream(document)) {
      int count;
      while ((count = in.read(room, length, room.length - length)) > 0) {
        length += count;
        if (length == room.length) {
          room = Arrays.copyOf(room, 2 * length);
        }
      }
    }
  }

  byte[] room() {
    return room;
  }

  int length() {
    return length;
  }
}
