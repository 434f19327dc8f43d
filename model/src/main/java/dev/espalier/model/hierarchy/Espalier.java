package dev.espalier.model.hierarchy;

import dev.espalier.model.convention.Convention;
import dev.espalier.model.convention.Conventions;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.ChangeableHierarchy;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenOptions;
import dev.espalier.model.spi.WritableBackend;
import dev.espalier.model.stored.ChangeOptions;
import dev.espalier.model.typed.TypedConvention;
import dev.espalier.model.work.Execution;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The entrance to everything, with three verbs: {@code open}, {@code validate} and {@code plan};
 * and a fourth for arrays that stand already, {@code change}.
 *
 * <pre>{@code
 * Espalier espalier = Espalier.load();
 * Report report = espalier.validate(new Location("gauge.zarr"), gauge, Profile.SPEC);
 * espalier.plan(hierarchy, new Location("new.zarr"), WritePolicy.FAIL)
 *     .throwIfInvalid()
 *     .apply(Execution.onCallingThread());
 * }</pre>
 *
 * @param backends the storage formats at hand
 * @param conventions the conventions at hand
 * @param format the word for the format that is written, where it was chosen
 */
public record Espalier(Backends backends, Conventions conventions, Optional<String> format) {
  /** With these formats and conventions; what is written is written in the usual format. */
  public Espalier(Backends backends, Conventions conventions) {
    this(backends, conventions, Optional.empty());
  }

  /** With the formats and conventions that {@link java.util.ServiceLoader} finds. */
  public static Espalier load() {
    return new Espalier(Backends.load(), Conventions.load());
  }

  /**
   * Opens what is at a location; only metadata is read. Close the result.
   *
   * @throws dev.espalier.model.error.MissingException if nothing is there
   * @throws UnsupportedException if no backend recognises what is there
   */
  public Hierarchy open(Location location) {
    return open(location, OpenOptions.defaults());
  }

  /**
   * Opens what is at a location in a certain way; only metadata is read. Close the result.
   *
   * @throws dev.espalier.model.error.MissingException if nothing is there
   * @throws UnsupportedException if no backend recognises what is there
   */
  public Hierarchy open(Location location, OpenOptions options) {
    return open(location, options, Execution.onCallingThread());
  }

  /**
   * Opens what is at a location with several workers, which pays where there are many nodes; only
   * metadata is read. Close the result.
   *
   * @throws dev.espalier.model.error.MissingException if nothing is there
   * @throws UnsupportedException if no backend recognises what is there
   * @throws dev.espalier.model.error.CancelledException if a worker was interrupted
   */
  public Hierarchy open(Location location, OpenOptions options, Execution execution) {
    return Hierarchy.of(backends.open(location, options), conventions, execution);
  }

  /**
   * Opens what is at a location to change its arrays where they are; only metadata is read. Close
   * the result.
   *
   * @throws dev.espalier.model.error.MissingException if nothing is there
   * @throws UnsupportedException if arrays of its format cannot be changed in place
   */
  public ChangeableHierarchy change(Location location) {
    return change(location, ChangeOptions.defaults());
  }

  /**
   * Opens what is at a location to change its arrays in a certain way; only metadata is read. Close
   * the result.
   *
   * @throws dev.espalier.model.error.MissingException if nothing is there
   * @throws UnsupportedException if arrays of its format cannot be changed in place
   */
  public ChangeableHierarchy change(Location location, ChangeOptions options) {
    return backends.changeable(location).change(location, options);
  }

  /** Checks what is at a location against a convention, at every node that declares it. */
  public Report validate(Location location, Convention convention, Profile profile) {
    try (Hierarchy hierarchy = open(location)) {
      return hierarchy.validate(convention, profile);
    }
  }

  /** Checks what is at a location against every convention that its nodes declare. */
  public Report validate(Location location, Profile profile) {
    try (Hierarchy hierarchy = open(location)) {
      return hierarchy.validate(profile);
    }
  }

  /**
   * Checks a hierarchy that may be stored nowhere against a convention, at every node that declares
   * it; where none does, at the root.
   */
  public Report validate(NodeSpec hierarchy, Convention convention, Profile profile) {
    return new Inspection(hierarchy, conventions).against(convention).report(profile);
  }

  /**
   * Plans to write a hierarchy, which is checked against every convention that its nodes declare.
   * Nothing is written yet.
   *
   * @throws dev.espalier.model.error.TargetExistsException if something stands at the target and
   *     the policy forbids to write there
   * @throws UnsupportedException if several formats are usual for writing, or none
   */
  public Planned plan(BoundHierarchy hierarchy, Location target, WritePolicy policy) {
    Inspection inspection = new Inspection(hierarchy.root(), conventions).filled();
    return Planned.of(target(), inspection.declared(), hierarchy, new Planned.Goal(target, policy));
  }

  /**
   * Plans to write a hierarchy that is to follow a convention: at every node that declares it, and
   * at the root if none does. Nothing is written yet.
   *
   * @throws dev.espalier.model.error.TargetExistsException if something stands at the target and
   *     the policy forbids to write there
   * @throws UnsupportedException if several formats are usual for writing, or none
   */
  public Planned plan(
      BoundHierarchy hierarchy, Convention convention, Location target, WritePolicy policy) {
    Inspection inspection = new Inspection(hierarchy.root(), conventions).filled(convention);
    return Planned.of(
        target(), inspection.against(convention), hierarchy, new Planned.Goal(target, policy));
  }

  /**
   * Plans to write a value as the hierarchy that it is. Nothing is written yet.
   *
   * @throws dev.espalier.model.error.TargetExistsException if something stands at the target and
   *     the policy forbids to write there
   * @throws UnsupportedException if several formats are usual for writing, or none
   */
  public <T> Planned plan(
      T value, TypedConvention<T> convention, Location target, WritePolicy policy) {
    return plan(convention.write(value), convention, target, policy);
  }

  /**
   * This, writing in one of several formats; all of them can still be read.
   *
   * @param id the word for the format
   * @throws UnsupportedException if there is no such format, or if it cannot be written
   */
  public Espalier writing(String id) {
    return new Espalier(backends, conventions, Optional.of(backends.writable(id).id()));
  }

  private WritableBackend target() {
    if (format.isPresent()) {
      return backends.writable(format.get());
    }
    List<WritableBackend> formats =
        backends.all().stream()
            .flatMap(b -> b instanceof WritableBackend w ? Stream.of(w) : Stream.empty())
            .filter(WritableBackend::isUsualTarget)
            .toList();
    if (formats.size() != 1) {
      throw new UnsupportedException(
          formats.isEmpty()
              ? "no format at hand can be written"
              : "several formats are usual for writing: "
                  + formats.stream().map(WritableBackend::id).collect(Collectors.joining(", "))
                  + "; choose one with writing(...)");
    }
    return formats.get(0);
  }
}
