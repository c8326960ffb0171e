package org.stadtstand.ground.command;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** A folder named by an operator, seen from where the program was started. */
public final class FolderArgument implements ITypeConverter<Path> {

  @Override
  public Path convert(String name) {
    return FolderNames.path(name).toAbsolutePath().normalize();
  }
}
