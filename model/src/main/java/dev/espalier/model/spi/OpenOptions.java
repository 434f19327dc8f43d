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
     * Where the store can list, the documents themselves count, and copies that are out of date are
     * noted on the group that has them. Where it cannot, such as through HTTP, the copies in the
     * root count, which is noted on the root; a node that is not among them can be opened by its
     * path. Without copies, the members of groups are not known there.
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
