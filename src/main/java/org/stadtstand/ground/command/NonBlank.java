package org.stadtstand.ground.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A text that must say something: an option that is there and empty is as good as none. */
public final class NonBlank implements ITypeConverter<String> {

  @Override
  public String convert(String value) {
    if (value.isBlank()) {
      throw new TypeConversionException("it must not be empty");
    }
    return value.strip();
  }
}
