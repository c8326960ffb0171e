package org.stadtstand.ground.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Rejects blank text: an option given without content is as good as missing. */
public final class NonBlank implements ITypeConverter<String> {

  @Override
  public String convert(String value) {
    if (value.isBlank()) {
      throw new TypeConversionException("it must not be empty");
    }
    return value.strip();
  }
}
