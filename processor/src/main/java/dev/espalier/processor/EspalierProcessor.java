package dev.espalier.processor;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Compiles annotated interfaces: for each type {@code X} a class {@code XForm} that declares, reads
 * and writes it, and for a convention a class {@code XConvention} that is found as a service.
 *
 * <p>Immutables, which runs beside it, makes the values and a class {@code XBuilder} for them.
 */
public final class EspalierProcessor extends AbstractProcessor {
  private static final List<String> ANNOTATIONS =
      List.of("Convention", "Group", "ArrayNode", "Fields");

  /** What Immutables reads where it stands on methods, and claims from nobody. */
  private static final List<String> ON_METHODS =
      List.of(
          "Auxiliary",
          "Check",
          "Default",
          "Derived",
          "Lazy",
          "NonAttribute",
          "Parameter",
          "Redacted");

  private final Services services = new Services();
  private final Set<String> sources = new LinkedHashSet<>();
  private final Set<String> waiting = new LinkedHashSet<>();
  private final Set<String> done = new LinkedHashSet<>();

  /** Made by the compiler. */
  public EspalierProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  /** All annotations, and those of generated code, so that no lint says that nobody reads them. */
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    Set<String> supported = new LinkedHashSet<>();
    supported.add(Mirrors.PACKAGE + "*");
    supported.add("org.immutables.value.Generated");
    supported.add("javax.annotation.processing.Generated");
    ON_METHODS.forEach(name -> supported.add("org.immutables.value.Value." + name));
    return supported;
  }

  /**
   * Claims the annotations: Immutables, which needs some of them, runs first, and a build that
   * treats lints as errors fails over annotations that nobody claims.
   */
  @Override
  @SuppressWarnings("DoNotClaimAnnotations")
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    remember(round.getRootElements());
    Set<TypeElement> types = new LinkedHashSet<>();
    waiting.forEach(name -> types.add(processingEnv.getElementUtils().getTypeElement(name)));
    waiting.clear();
    for (TypeElement annotation : annotations) {
      if (ANNOTATIONS.contains(annotation.getSimpleName().toString())) {
        round.getElementsAnnotatedWith(annotation).stream()
            .filter(TypeElement.class::isInstance)
            .forEach(type -> types.add((TypeElement) type));
      }
    }
    if (round.processingOver()) {
      finish();
    } else {
      types.removeIf(this::waits);
      new Generation(processingEnv, sources, done, services).run(types);
    }
    return true;
  }

  private void remember(Iterable<? extends Element> elements) {
    for (Element element : elements) {
      if (element instanceof TypeElement type) {
        sources.add(type.getQualifiedName().toString());
        remember(type.getEnclosedElements());
      }
    }
  }

  /** Types that mention what another processor is yet to make are looked at in the next round. */
  private boolean waits(TypeElement type) {
    boolean waits = Unresolved.in(type);
    if (waits) {
      waiting.add(type.getQualifiedName().toString());
    }
    return waits;
  }

  private void finish() {
    try {
      services.write(processingEnv.getFiler(), processingEnv.getElementUtils());
    } catch (IOException e) {
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, "the service file cannot be written: " + e);
    }
  }
}
