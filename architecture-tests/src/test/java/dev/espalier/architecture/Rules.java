package dev.espalier.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiPredicate;

/** The rules that classes keep, each made for the root package that it is run below. */
final class Rules {
  private Rules() {}

  /** Model knows nobody, the formats do not know each other, nothing points upwards. */
  static ArchRule modulesKeepTheirArrows(ModuleTable table) {
    return eachDependency(
        table,
        "depend only on the modules that the table of modules allows",
        (module, target) ->
            table.isOurs(target)
                && table
                    .moduleOf(target)
                    .map(to -> !to.equals(module) && !module.mayUse().contains(to.name()))
                    .orElse(true));
  }

  /** Jackson stays in json, jhdf in io-hdf5, picocli in cli; model knows the JDK only. */
  static ArchRule foreignLibrariesStayInTheirModule(ModuleTable table) {
    return eachDependency(
        table,
        "use only the foreign libraries that the table of modules allows",
        (module, target) ->
            !table.isOurs(target)
                && !ModuleTable.isJdk(target)
                && !ModuleTable.isAnnotationLibrary(target)
                && module.libraries().stream()
                    .noneMatch(l -> ModuleTable.isBelow(target.getPackageName(), l)));
  }

  static ArchRule everyClassBelongsToAModule(ModuleTable table) {
    String[] packages =
        table.modules().stream().map(m -> m.packageRoot() + "..").toArray(String[]::new);
    return classes().should().resideInAnyPackage(packages);
  }

  /** The library of bzip2 writes archives as well. */
  static ArchRule compressorsStayInTheirPackages() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("..compress..", "..io.zip..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.github.luben..",
            "com.scalableminds..",
            "net.jpountz..",
            "org.apache.commons.compress..",
            "org.tukaani..",
            "org.xerial.snappy..");
  }

  static ArchRule packagesAreFreeOfCycles(ModuleTable table) {
    return slices().matching(table.root() + ".(**)").should().beFreeOfCycles();
  }

  static ArchRule internalPackagesServeTheirModuleOnly(ModuleTable table) {
    return eachDependency(
        table,
        "use internal packages of their own module only",
        (module, target) ->
            table.isOurs(target)
                && target.getPackageName().contains(".internal")
                && !module.holds(target.getPackageName()));
  }

  static ArchRule noStaticEverChanges() {
    return fields()
        .that()
        .areStatic()
        .should()
        .beFinal()
        .because("registries are instances, so that two users in one JVM never meet");
  }

  static ArchRule noStaticHoldsWhatChanges() {
    return noFields()
        .that()
        .areStatic()
        .should()
        .haveRawType(
            JavaClass.Predicates.assignableTo(ConcurrentMap.class)
                .or(JavaClass.Predicates.assignableTo(HashMap.class))
                .or(JavaClass.Predicates.assignableTo(ArrayList.class))
                .or(JavaClass.Predicates.assignableTo(ThreadLocal.class))
                .or(JavaClass.Predicates.resideInAPackage("java.util.concurrent.atomic"))
                .as("a type made to be changed"));
  }

  /** The testkit may as well: what a test skips, it says loudly. */
  static ArchRule onlyTheCommandTalksToTheTerminal(ModuleTable table) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(table.root() + ".cli..", table.root() + ".testkit..")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
  }

  static ArchRule onlyTheCommandEndsTheProcess(ModuleTable table) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(table.root() + ".cli..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class);
  }

  static ArchRule noGenericExceptionIsThrown() {
    return GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
  }

  static ArchRule namesSayWhatAThingIs() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helpers?|Manager|Impl|Misc|Common)")
        .because("such a name holds anything");
  }

  /** What a processor writes is reached through the interface that it was written for. */
  static ArchRule generatedClassesStayHidden() {
    return noClasses().that().haveSimpleNameStartingWith("Immutable").should().bePublic();
  }

  static ArchRule loggingIsLeftToTheUser() {
    return noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");
  }

  /** Public and protected members of public types speak of the JDK, our types and null only. */
  static ArchRule publicSignaturesNameNoForeignType(ModuleTable table) {
    return classes()
        .that()
        .arePublic()
        .and(areApiOf(table))
        .should(new ForeignTypesInSignatures(table));
  }

  private static ArchRule eachDependency(
      ModuleTable table, String description, BiPredicate<ModuleTable.Module, JavaClass> forbidden) {
    return classes().should(new DependencyCondition(table, description, forbidden));
  }

  private static DescribedPredicate<JavaClass> areApiOf(ModuleTable table) {
    return DescribedPredicate.describe(
        "belong to the API of a module",
        c -> table.moduleOf(c).filter(m -> m.isApi(c.getPackageName())).isPresent());
  }
}
