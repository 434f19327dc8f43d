package dev.espalier.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A rule that classes keep, and who breaks it on purpose.
 *
 * @param name what test reports call it
 * @param made the rule for a table of modules
 * @param violators names, below the seeded root, of all classes that break it
 */
record Rule(String name, Function<ModuleTable, ArchRule> made, List<String> violators) {

  static Stream<Rule> all() {
    return Stream.of(
        rule(
            "modules keep their arrows",
            Rules::modulesKeepTheirArrows,
            "zarr.KnowsTheOtherFormat",
            "model.PointsUpwards"),
        rule(
            "foreign libraries stay in their module",
            Rules::foreignLibrariesStayInTheirModule,
            "model.UsesALibrary",
            "convert.UsesTheLibraryOfAnother",
            "conventions.UsesWhatNobodyMay"),
        rule(
            "every class belongs to a module",
            Rules::everyClassBelongsToAModule,
            "stray.BelongsNowhere"),
        rule(
            "compressors stay in their packages",
            table -> Rules.compressorsStayInTheirPackages(),
            "zarr.CompressesByItself"),
        rule(
            "packages are free of cycles",
            Rules::packagesAreFreeOfCycles,
            "model.cycle.left.Left",
            "model.cycle.right.Right"),
        rule(
            "internal packages serve their module only",
            Rules::internalPackagesServeTheirModuleOnly,
            "cli.ReachesInside"),
        rule("no static ever changes", table -> Rules.noStaticEverChanges(), "json.CountsItsUses"),
        rule(
            "no static holds what changes",
            table -> Rules.noStaticHoldsWhatChanges(),
            "json.KeepsARegistry"),
        rule(
            "only the command talks to the terminal",
            Rules::onlyTheCommandTalksToTheTerminal,
            "io.store.PrintsAMessage"),
        rule(
            "only the command ends the process",
            Rules::onlyTheCommandEndsTheProcess,
            "io.store.EndsTheProcess"),
        rule(
            "no generic exception is thrown",
            table -> Rules.noGenericExceptionIsThrown(),
            "io.store.ThrowsAnything"),
        rule("names say what a thing is", table -> Rules.namesSayWhatAThingIs(), "model.NodeUtils"),
        rule(
            "generated classes stay hidden",
            table -> Rules.generatedClassesStayHidden(),
            "model.ImmutableGroup"),
        rule(
            "logging is left to the user",
            table -> Rules.loggingIsLeftToTheUser(),
            "hdf5.LogsByItself"),
        rule(
            "public signatures name no foreign type",
            Rules::publicSignaturesNameNoForeignType,
            "json.ReturnsAForeignType",
            "json.TakesAListOfForeignTypes",
            "hdf5.IsAForeignType"));
  }

  private static Rule rule(String name, Function<ModuleTable, ArchRule> made, String... violators) {
    return new Rule(name, made, List.of(violators));
  }

  ArchRule on(ModuleTable table) {
    return made.apply(table);
  }

  @Override
  public String toString() {
    return name;
  }
}
