package dev.espalier.model.spi;

import org.immutables.value.Value;

/** How a hierarchy is opened, as far as that is not for the backend to decide. */
@Value.Immutable
public interface OpenOptions {
  /** What a backend does unless it is told. */
  static OpenOptions defaults() {
    return builder().build();
  }

  /** Starts options. */
  static Builder builder() {
    return new Builder();
  }

  /** What is believed where a group repeats the metadata of nodes below it. */
  @Value.Default
  default Consolidated consolidated() {
    return Consolidated.AUTO;
  }

  /** What is believed of consolidated metadata: copies of documents, which may be out of date. */
  enum Consolidated {
    /**
     * The documents themselves count. Where the store cannot list, the copies tell which members
     * there are; where it can, copies that are out of date are noted on the group that has them.
     */
    AUTO,
    /** The copies in the root count, and nothing else is read; without them it is not opened. */
    REQUIRE,
    /** The copies are not looked at. */
    IGNORE
  }

  /** Collects the parts of {@link OpenOptions}. */
  final class Builder extends ImmutableOpenOptions.Builder {
    Builder() {}
  }
}
