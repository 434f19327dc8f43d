package dev.espalier.processor;

import dev.espalier.model.declare.Declare;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;

/** One round: understands types, checks them, and writes code for those that are sound. */
final class Generation {
  private final ProcessingEnvironment environment;
  private final Set<String> sources;
  private final Set<String> done;
  private final Services services;
  private final Problems problems;
  private final Catalogue catalogue;
  private final Defaults defaults;

  /**
   * Starts a round.
   *
   * @param environment the compiler
   * @param sources the types that are compiled, by their names
   * @param done the types for which code was made
   * @param services takes the conventions
   */
  Generation(
      ProcessingEnvironment environment, Set<String> sources, Set<String> done, Services services) {
    this.environment = environment;
    this.sources = sources;
    this.done = done;
    this.services = services;
    this.problems = new Problems(environment.getMessager());
    this.catalogue =
        new Catalogue(new DeclarationReader(problems, new Docs(environment.getElementUtils())));
    this.defaults = new Defaults(environment.getElementUtils());
  }

  void run(Set<TypeElement> types) {
    Set<TypeElement> all = new LinkedHashSet<>();
    types.forEach(type -> all.addAll(catalogue.reachable(type)));
    all.forEach(catalogue::get);
    Soundness soundness = new Soundness(catalogue, problems, all);
    RuleCheck rules = new RuleCheck(catalogue, problems);
    if (problems.isEmpty()) {
      for (TypeElement type : all) {
        if (sources.contains(type.getQualifiedName().toString())) {
          soundness.check(type);
          catalogue.get(type).ifPresent(one -> rules.signatures(one, checks(one)));
          MigrationCode.check(type, problems);
        } else {
          foreign(type, all);
        }
      }
    }
    for (TypeElement type : all) {
      convention(type).ifPresent(mirror -> check(type, mirror));
    }
    if (problems.isEmpty()) {
      all.forEach(this::write);
    }
  }

  private static List<ExecutableElement> checks(Declared declared) {
    if (declared instanceof Declared.Group group) {
      return group.checks();
    }
    if (declared instanceof Declared.Array array) {
      return array.checks();
    }
    if (declared instanceof Declared.Tuple tuple) {
      return tuple.checks();
    }
    return declared instanceof Declared.Fields fields ? fields.checks() : List.of();
  }

  /** A type of another jar needs the code that was made for it there. */
  private void foreign(TypeElement type, Set<TypeElement> all) {
    String form = Places.beside(type, type.getSimpleName() + "Form");
    if (environment.getElementUtils().getTypeElement(form) == null) {
      TypeElement user =
          all.stream()
              .filter(one -> sources.contains(one.getQualifiedName().toString()))
              .filter(one -> catalogue.uses(one).contains(type))
              .findFirst()
              .orElse(type);
      problems.report(
          user,
          type + " was compiled without the processor of Espalier, so that there is no " + form);
    }
  }

  private static Optional<AnnotationMirror> convention(TypeElement type) {
    return Mirrors.find(type, "Convention");
  }

  private void check(TypeElement type, AnnotationMirror convention) {
    if (problems.isEmpty()) {
      Symbols.check(type, catalogue, problems);
      catalogue.definitions(type, problems);
    }
    String uuid = Mirrors.text(convention, "uuid");
    for (String probe : Mirrors.texts(convention, "probes")) {
      problems.check(
          type, () -> Declare.convention("it", "0").probe(probe.replaceFirst("=.*", "")));
    }
    if (!uuid.isEmpty()) {
      problems.check(type, () -> Declare.convention("it", "0").uuid(uuid));
    }
    if (Mirrors.text(convention, "name").isEmpty()
        || Mirrors.text(convention, "version").isEmpty()) {
      problems.report(type, "a convention has a name and a version, neither of them empty");
    }
  }

  private void write(TypeElement type) {
    String name = type.getQualifiedName().toString();
    Optional<Declared> declared = catalogue.get(type);
    if (!sources.contains(name) || declared.isEmpty() || !done.add(name)) {
      return;
    }
    Source form = new Source(type, "Form", isMarked(type));
    String text =
        declared.get() instanceof Declared.Node node
            ? new NodeCode(catalogue, form).of(node, defaults)
            : new FieldsCode(form).of((Declared.Value) declared.get(), defaults);
    file(form.qualifiedName(), text, type);
    if (convention(type).isPresent()) {
      Source source = new Source(type, "Convention", isMarked(type));
      Map<String, TypeElement> definitions = catalogue.definitions(type, problems);
      file(
          source.qualifiedName(),
          new ConventionCode(catalogue, source).of(type, convention(type).get(), definitions),
          type);
      services.add(source.qualifiedName(), type);
    }
  }

  /** Whether a type's module reads the module that marks generated code. */
  private boolean isMarked(TypeElement type) {
    ModuleElement module = environment.getElementUtils().getModuleOf(type);
    String marker = "javax.annotation.processing.Generated";
    return module == null
        ? environment.getElementUtils().getTypeElement(marker) != null
        : environment.getElementUtils().getTypeElement(module, marker) != null;
  }

  private void file(String name, String text, TypeElement origin) {
    try (Writer writer = environment.getFiler().createSourceFile(name, origin).openWriter()) {
      writer.write(text);
    } catch (FilerException e) {
      problems.report(origin, "there are two types that would get a " + name + "; rename one");
    } catch (IOException e) {
      problems.report(origin, name + " cannot be written: " + e.getMessage());
    }
  }
}
