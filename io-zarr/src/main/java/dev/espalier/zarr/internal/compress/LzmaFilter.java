package dev.espalier.zarr.internal.compress;

import dev.espalier.io.codec.Parameter;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.ARMOptions;
import org.tukaani.xz.ARMThumbOptions;
import org.tukaani.xz.ArrayCache;
import org.tukaani.xz.DeltaOptions;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.FinishableOutputStream;
import org.tukaani.xz.IA64Options;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.PowerPCOptions;
import org.tukaani.xz.SPARCOptions;
import org.tukaani.xz.UnsupportedOptionsException;
import org.tukaani.xz.X86Options;

/**
 * A filter of a raw LZMA stream, with the names and numbers of liblzma.
 *
 * @param members its number, and its parameters
 */
record LzmaFilter(JsonObject members) {
  static final long LZMA1 = 0x4000000000000001L;
  static final long LZMA2 = 0x21;
  private static final int DELTA = 3;

  /** What is declared of a filter. */
  static final ValueSchema DECLARED =
      Parameter.object(
          Field.required(
              "id",
              Parameter.either(Parameter.integer(DELTA, LZMA2), Parameter.integer(LZMA1, LZMA1))),
          Field.optional("preset", LzmaFactory.PRESET),
          Field.optional("dict_size", Parameter.integer(LZMA2Options.DICT_SIZE_MIN, 3L << 29)),
          Field.optional("lc", Parameter.integer(0, LZMA2Options.LC_LP_MAX)),
          Field.optional("lp", Parameter.integer(0, LZMA2Options.LC_LP_MAX)),
          Field.optional("pb", Parameter.integer(0, LZMA2Options.PB_MAX)),
          Field.optional("mode", Parameter.integer(1, 2)),
          Field.optional("nice_len", Parameter.integer(2, LZMA2Options.NICE_LEN_MAX)),
          Field.optional("mf", Parameter.integer(3, LZMA2Options.MF_BT4)),
          Field.optional("depth", Parameter.integer(0)),
          Field.optional("dist", Parameter.integer(1, DeltaOptions.DISTANCE_MAX)),
          Field.optional("start_offset", Parameter.integer(0)));

  /** Whether the filter compresses, and so is the last of its chain. */
  boolean compresses() {
    return id() == LZMA1 || id() == LZMA2;
  }

  /**
   * The filter with its parameters, ready to be used.
   *
   * @param content bytes that are or were compressed, for a dictionary that is no larger
   */
  private FilterOptions options(long content) throws UnsupportedOptionsException {
    if (compresses()) {
      return lzma(content);
    }
    if (number("start_offset", 0) != 0) {
      throw new UnsupportedException("LZMA filters with a \"start_offset\" are not handled");
    }
    return switch ((int) id()) {
      case DELTA -> new DeltaOptions((int) number("dist", 1));
      case 4 -> new X86Options();
      case 5 -> new PowerPCOptions();
      case 6 -> new IA64Options();
      case 7 -> new ARMOptions();
      case 8 -> new ARMThumbOptions();
      case 9 -> new SPARCOptions();
      default -> throw new UnsupportedException("the LZMA filter " + id() + " is not handled");
    };
  }

  FinishableOutputStream writer(FinishableOutputStream out, int size, ArrayCache cache)
      throws IOException {
    FilterOptions options = options(size);
    return id() == LZMA1
        ? new LZMAOutputStream(out, (LZMA2Options) options, true, cache)
        : options.getOutputStream(out, cache);
  }

  InputStream reader(InputStream in, long room, ArrayCache cache) throws IOException {
    FilterOptions options = options(room);
    if (id() != LZMA1) {
      return options.getInputStream(in, cache);
    }
    LZMA2Options lzma = (LZMA2Options) options;
    return new LZMAInputStream(
        in, -1, lzma.getLc(), lzma.getLp(), lzma.getPb(), lzma.getDictSize(), null, cache);
  }

  /** Checks that the parameters go together. */
  void check() {
    try {
      options(LZMA2Options.DICT_SIZE_MIN);
    } catch (UnsupportedOptionsException e) {
      throw new IllegalArgumentException("LZMA filter " + members + ": " + e.getMessage(), e);
    }
  }

  private LZMA2Options lzma(long content) throws UnsupportedOptionsException {
    LZMA2Options options = new LzmaPreset(number("preset", LzmaPreset.USUAL.number())).full();
    int lc = (int) number("lc", options.getLc());
    options.setLcLp(lc, (int) number("lp", options.getLp()));
    options.setPb((int) number("pb", options.getPb()));
    options.setMode((int) number("mode", options.getMode()));
    options.setNiceLen(
        (int) Math.max(LZMA2Options.NICE_LEN_MIN, number("nice_len", options.getNiceLen())));
    options.setDepthLimit((int) number("depth", options.getDepthLimit()));
    // Of the five ways to search for matches the library has two; any of them may be used.
    boolean tree = number("mf", options.getMatchFinder()) > 0x10;
    options.setMatchFinder(tree ? LZMA2Options.MF_BT4 : LZMA2Options.MF_HC4);
    options.setDictSize(LzmaPreset.dictionary(number("dict_size", options.getDictSize()), content));
    return options;
  }

  private long id() {
    return number("id", 0);
  }

  private long number(String name, long usual) {
    return members
        .get(name)
        .filter(JsonNumber.class::isInstance)
        .map(value -> ((JsonNumber) value).asLong().orElse(usual))
        .orElse(usual);
  }
}
