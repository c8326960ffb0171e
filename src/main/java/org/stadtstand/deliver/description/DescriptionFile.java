package org.stadtstand.deliver.description;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.ground.command.NonBlank;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.ground.text.InvisibleCharacters;
import org.stadtstand.ground.text.Mojibake;
import org.stadtstand.ground.text.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/** The file datapackage.json as JSON with texts that can be read, whatever they mean. */
final class DescriptionFile {

  private static final long LARGEST = 5_000_000;

  private final Findings findings;

  DescriptionFile(Findings findings) {
    this.findings = findings;
  }

  /** Returns null if there is no such object; the findings say why. */
  @Nullable JsonNode read(Path folder) throws IOException {
    Path file = folder.resolve(Description.FILE);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      String below = DeliveriesBelow.named(folder);
      findings.add(
          below.isEmpty() ? DescriptionRule.NO_DESCRIPTION : DescriptionRule.FOLDER_TOO_HIGH,
          FindingPlace.file(Description.FILE),
          below);
      return null;
    }
    JsonNode root = parse(file);
    if (root != null) {
      Json.eachText("", root, this::checkReadable);
    }
    return root;
  }

  private @Nullable JsonNode parse(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      malformed(
          FindingPlace.file(Description.FILE),
          new Text("sie ist größer als 5 MB", "it is larger than 5 MB"));
      return null;
    }
    try {
      JsonNode root = JsonCodec.STRICT.readTree(Files.readAllBytes(file));
      if (root.isObject()) {
        return root;
      }
      malformed(
          FindingPlace.file(Description.FILE),
          new Text(
              "sie muss mit { beginnen und mit } enden", "it must begin with { and end with }"));
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      // What is nested too deeply breaks nowhere in particular.
      malformed(
          at == null
              ? FindingPlace.file(Description.FILE)
              : new FindingPlace(Description.FILE, at.getLineNr(), at.getColumnNr(), ""),
          JsonFault.of(e));
    }
    return null;
  }

  private void malformed(FindingPlace place, Text what) {
    findings.add(DescriptionRule.MALFORMED_DESCRIPTION, place, what);
  }

  /** Everything here may be published, so it must be readable wherever it stands. */
  private void checkReadable(String path, String text) {
    if (text.length() > NonBlank.LONGEST) {
      findings.add(
          DescriptionRule.TEXT_TOO_LONG,
          Description.property(path),
          path,
          text.length(),
          NonBlank.LONGEST);
    }
    if (Mojibake.is(text)) {
      findings.add(DescriptionRule.GARBLED_TEXT, Description.property(path), path, text);
    }
    OptionalInt unreadable =
        text.indexOf('\uFFFD') >= 0 ? OptionalInt.of('\uFFFD') : InvisibleCharacters.first(text);
    unreadable.ifPresent(
        c ->
            findings.add(
                DescriptionRule.UNREADABLE_TEXT,
                Description.property(path),
                path,
                InvisibleCharacters.name(c)));
  }
}
