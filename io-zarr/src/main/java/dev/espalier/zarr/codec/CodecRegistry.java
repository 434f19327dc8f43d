package dev.espalier.zarr.codec;

import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.model.error.UnsupportedException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The codecs that can be used, by name. Immutable. */
public final class CodecRegistry {
  private final SortedMap<String, Object> factories;

  private CodecRegistry(SortedMap<String, Object> factories) {
    this.factories = factories;
  }

  /** The codecs of this module alone. */
  public static CodecRegistry builtIn() {
    return new CodecRegistry(new TreeMap<>())
        .with(new BytesCodecFactory())
        .with(new ShardingCodecFactory())
        .with(new TransposeCodec.Factory())
        .with(new VlenUtf8Codec.Factory())
        .with(new Crc32cCodec.Factory())
        .with(new GzipCodec.Factory())
        .with(new ZstdCodec.Factory());
  }

  /**
   * The codecs of this module and those that {@link ServiceLoader} finds.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public static CodecRegistry load() {
    CodecRegistry registry = builtIn();
    for (CodecFactory factory : ServiceLoader.load(CodecFactory.class)) {
      registry = registry.with(factory);
    }
    for (BytesToBytesCodecFactory factory : ServiceLoader.load(BytesToBytesCodecFactory.class)) {
      registry = registry.with(factory);
    }
    return registry;
  }

  /**
   * These codecs and one more.
   *
   * @throws IllegalArgumentException if there is one of that name
   */
  public CodecRegistry with(CodecFactory factory) {
    return with(factory.name(), factory);
  }

  /**
   * These codecs and one more.
   *
   * @throws IllegalArgumentException if there is one of that name
   */
  public CodecRegistry with(BytesToBytesCodecFactory factory) {
    return with(factory.name(), factory);
  }

  /** The names of the codecs, sorted. */
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

  private CodecRegistry with(String name, Object factory) {
    SortedMap<String, Object> more = new TreeMap<>(factories);
    Object other = more.put(name, factory);
    if (other != null) {
      throw new IllegalArgumentException(
          "two codecs are named \""
              + name
              + "\": "
              + other.getClass().getName()
              + " and "
              + factory.getClass().getName());
    }
    return new CodecRegistry(more);
  }
}
