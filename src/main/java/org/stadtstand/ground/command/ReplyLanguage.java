package org.stadtstand.ground.command;

import org.stadtstand.ground.text.Language;
import picocli.CommandLine.Option;

/** The language option shared by every command that answers in sentences. */
public final class ReplyLanguage {

  @Option(
      names = "--lang",
      paramLabel = "de|en",
      description = "The language of what is printed; German if nothing is said.")
  private Language language = Language.DE;

  public Language language() {
    return language;
  }
}
