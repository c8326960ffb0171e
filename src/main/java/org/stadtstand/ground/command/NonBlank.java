package org.stadtstand.ground.command;

import org.stadtstand.ground.text.InvisibleCharacters;
import org.stadtstand.ground.text.NormalForm;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A text that is published: blank it is as good as missing, and too long nobody would read it in
 * every answer.
 */
public final class NonBlank implements ITypeConverter<String> {

  /** In characters; what a description says is no longer either. */
  public static final int LONGEST = 5_000;

  @Override
  public String convert(String value) {
    String text = InvisibleCharacters.strip(value);
    if (text.isEmpty()) {
      throw new TypeConversionException("it must not be empty");
    }
    if (text.length() > LONGEST) {
      throw new TypeConversionException(
          "it has %d characters, and at most %d are allowed".formatted(text.length(), LONGEST));
    }
    return NormalForm.of(text);
  }
}
