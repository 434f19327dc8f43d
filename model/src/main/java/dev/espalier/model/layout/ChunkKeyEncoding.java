package dev.espalier.model.layout;

import dev.espalier.model.shape.ChunkIndex;

/**
 * Maps a chunk's position in the grid to its store key, relative to the array.
 *
 * @param form how keys begin
 * @param separator what stands between positions
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/chunk-key-encodings/index.html">Zarr
 *     v3, chunk key encodings</a>
 */
public record ChunkKeyEncoding(Form form, Separator separator) {
  /** The encoding that is used where nothing else is asked: {@code c/1/23}. */
  public static final ChunkKeyEncoding DEFAULT =
      new ChunkKeyEncoding(Form.DEFAULT, Separator.SLASH);

  /** How keys begin. */
  public enum Form {
    /** A {@code c}, then the separator, then the positions. */
    DEFAULT("default", Separator.SLASH),
    /** The positions alone; {@code 0} for a scalar. */
    V2("v2", Separator.DOT);

    private final String id;
    private final Separator usual;

    Form(String id, Separator usual) {
      this.id = id;
      this.usual = usual;
    }

    /** The registered name. */
    public String id() {
      return id;
    }

    /** The separator where a document names none: it differs between the encodings. */
    public Separator usualSeparator() {
      return usual;
    }
  }

  /** What stands between positions. */
  public enum Separator {
    /** A slash, so that chunks form directories. */
    SLASH('/'),
    /** A period, so that all chunks lie side by side. */
    DOT('.');

    private final char symbol;

    Separator(char symbol) {
      this.symbol = symbol;
    }

    /** The character. */
    public char symbol() {
      return symbol;
    }
  }

  /** The key of a chunk below the prefix of its array. */
  public String key(ChunkIndex index) {
    StringBuilder key = new StringBuilder(form == Form.DEFAULT ? "c" : "");
    for (int d = 0; d < index.rank(); d++) {
      if (!key.isEmpty()) {
        key.append(separator.symbol());
      }
      key.append(index.at(d));
    }
    return key.isEmpty() ? "0" : key.toString();
  }
}
