package org.stadtstand.ground.command;

import org.stadtstand.ground.text.InvisibleCharacters;
import org.stadtstand.ground.text.NormalForm;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Rejects blank text: an option given without content is as good as missing. */
public final class NonBlank implements ITypeConverter<String> {

  @Override
  public String convert(String value) {
    String text = InvisibleCharacters.strip(value);
    if (text.isEmpty()) {
      throw new TypeConversionException("it must not be empty");
    }
    return NormalForm.of(text);
  }
}
