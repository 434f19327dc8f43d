package dev.espalier.zarr.codec;

import static java.util.stream.Collectors.toSet;

import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.UnsupportedException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The codecs that can be used, by name. Immutable. */
public final class CodecRegistry {
  private static final String OUR_PACKAGES = "dev.espalier.zarr.internal.";

  private final SortedMap<String, Object> factories;

  private CodecRegistry(SortedMap<String, Object> factories) {
    this.factories = factories;
  }

  /** The codecs of this module alone. */
  public static CodecRegistry builtIn() {
    List<CodecFactory> ofThisPackage =
        List.of(
            new BytesCodecFactory(),
            new N5BlockCodecFactory(),
            new ShardingCodecFactory(),
            new TransposeCodec.Factory(),
            VlenCodec.OF_TEXTS,
            VlenCodec.OF_BYTES);
    ClassLoader ours = CodecRegistry.class.getClassLoader();
    Predicate<String> isOurs = type -> type.startsWith(OUR_PACKAGES);
    return new CodecRegistry(new TreeMap<>())
        .with(ofThisPackage)
        .withAll(ServiceLoader.load(CodecFactory.class, ours), isOurs)
        .withAll(ServiceLoader.load(BytesToBytesCodecFactory.class, ours), isOurs);
  }

  /**
   * The codecs of this module and those that {@link ServiceLoader} finds.
   *
   * @throws RequestException if two have the same name, or if one cannot be made: the class path
   *     contradicts itself
   */
  public static CodecRegistry load() {
    try {
      CodecRegistry ours = builtIn();
      Set<String> known =
          ours.factories.values().stream().map(one -> one.getClass().getName()).collect(toSet());
      Predicate<String> isOther = type -> !known.contains(type);
      return ours.withAll(ServiceLoader.load(CodecFactory.class), isOther)
          .withAll(ServiceLoader.load(BytesToBytesCodecFactory.class), isOther);
    } catch (IllegalArgumentException | ServiceConfigurationError e) {
      throw new RequestException(
          "the codecs of the class path cannot be used: "
              + e.getMessage()
              + "; mend or remove the jar that adds it",
          e);
    }
  }

  /**
   * These codecs and one more.
   *
   * @throws IllegalArgumentException if there is one of that name
   */
  public CodecRegistry with(CodecFactory factory) {
    return with(List.of(factory));
  }

  /**
   * These codecs and one more.
   *
   * @throws IllegalArgumentException if there is one of that name
   */
  public CodecRegistry with(BytesToBytesCodecFactory factory) {
    return with(List.of(factory));
  }

  /** The codecs, each once, in the order of their names. */
  public List<ListedCodec> list() {
    return factories.entrySet().stream()
        .map(entry -> listed(entry.getValue()))
        .distinct()
        .sorted(Comparator.comparing(codec -> codec.declaration().name()))
        .toList();
  }

  /** The names of the codecs, other names of theirs among them, sorted. */
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(factories.keySet()));
  }

  /** A {@link CodecFactory} or a {@link BytesToBytesCodecFactory}. */
  Object find(String name) {
    Object factory = factories.get(name);
    if (factory == null) {
      throw new UnsupportedException(
          "no codec named \""
              + name
              + "\"; available: "
              + String.join(", ", factories.keySet())
              + "; a jar on the class path can add others");
    }
    return factory;
  }

  /** The names of the codecs of one kind, sorted. */
  List<String> namesOf(Class<?> kind) {
    return factories.entrySet().stream()
        .filter(entry -> kind.isInstance(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What a factory of either kind says of its codecs. */
  static CodecDeclaration declarationOf(Object factory) {
    return factory instanceof CodecFactory ofChunks
        ? ofChunks.declaration()
        : ((BytesToBytesCodecFactory) factory).declaration();
  }

  private static ListedCodec listed(Object factory) {
    CodecKind kind =
        factory instanceof CodecFactory.OfArrays
            ? CodecKind.ARRAY_TO_ARRAY
            : factory instanceof CodecFactory.OfBytes
                ? CodecKind.ARRAY_TO_BYTES
                : CodecKind.BYTES_TO_BYTES;
    return new ListedCodec(kind, declarationOf(factory));
  }

  private <T> CodecRegistry withAll(ServiceLoader<T> services, Predicate<String> wanted) {
    return with(
        services.stream()
            .filter(provider -> wanted.test(provider.type().getName()))
            .map(provider -> (Object) provider.get())
            .toList());
  }

  private CodecRegistry with(List<?> others) {
    SortedMap<String, Object> more = new TreeMap<>(factories);
    for (Object factory : others) {
      CodecDeclaration declaration = declarationOf(factory);
      add(more, declaration.name(), factory);
      declaration.aliases().forEach(alias -> add(more, alias, factory));
    }
    return new CodecRegistry(more);
  }

  private static void add(SortedMap<String, Object> all, String name, Object factory) {
    Object other = all.put(name, factory);
    if (other != null) {
      throw new IllegalArgumentException(
          "two codecs are named \""
              + name
              + "\": "
              + other.getClass().getName()
              + " and "
              + factory.getClass().getName());
    }
  }
}
