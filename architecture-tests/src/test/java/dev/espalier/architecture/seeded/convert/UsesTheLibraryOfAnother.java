package dev.espalier.architecture.seeded.convert;

import picocli.CommandLine;

class UsesTheLibraryOfAnother {
  Class<?> commandLine = CommandLine.class;
}
