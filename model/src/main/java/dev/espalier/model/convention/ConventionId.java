package dev.espalier.model.convention;

/**
 * A convention and one version of it, spelled {@code ngff:image@0.5}.
 *
 * @param name the convention
 * @param version the version as the convention spells it
 */
public record ConventionId(String name, String version) {
  @Override
  public String toString() {
    return name + "@" + version;
  }
}
