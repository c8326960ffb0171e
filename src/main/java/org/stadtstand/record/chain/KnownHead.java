package org.stadtstand.record.chain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stadtstand.ground.text.Text;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Number and hash of a release or citation that someone saved: {@code 4:9f2c…}. */
public record KnownHead(int number, String hash) {

  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,8}):([0-9a-fA-F]{64})");

  /** Empty if the text does not have that form. */
  static Optional<KnownHead> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new KnownHead(Integer.parseInt(form.group(1)), form.group(2).toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** Parses it as a command's argument. */
  static final class Converter implements ITypeConverter<KnownHead> {

    @Override
    public KnownHead convert(String text) {
      return parse(text)
          .orElseThrow(
              () -> new TypeConversionException("it is a number, a colon and 64 hex digits"));
    }
  }

  /** In the form in which it was published. */
  public String text() {
    return number + ":" + hash;
  }

  /** At most one: the chain is not the one this head was taken from. */
  List<Text> faults(List<SealedRelease> releases) {
    if (releases.stream().anyMatch(release -> release.head().equals(text()))) {
      return List.of();
    }
    boolean there = releases.stream().anyMatch(release -> release.number() == number);
    return List.of(
        there
            ? SealedRelease.fault(
                number,
                "hat einen anderen Hash als den bekannten: die Kette wurde neu gemacht",
                "has another hash than the known one: the chain was made anew")
            : SealedRelease.fault(
                number, "ist bekannt und nicht mehr da", "is known and no longer there"));
  }
}
