package org.stadtstand.ground.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The arguments of the program as they were typed. Java reads them by the locale, and where that is
 * not UTF-8, as under cron, "Prüfung" arrives as "Pr??fung" and would be published so for ever.
 * Linux still has the bytes.
 */
public final class GivenArguments {

  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private GivenArguments() {}

  public static List<String> of(String[] arguments) {
    List<String> read = List.of(arguments);
    Charset locale =
        Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"), StandardCharsets.UTF_8);
    if (locale.equals(StandardCharsets.UTF_8) || !Files.isReadable(COMMAND_LINE)) {
      return read;
    }
    try {
      return decoded(Files.readAllBytes(COMMAND_LINE), read, locale);
    } catch (IOException e) {
      return read;
    }
  }

  /** The last arguments of the command line; those before belong to Java. */
  static List<String> decoded(byte[] commandLine, List<String> read, Charset locale) {
    List<byte[]> all = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < commandLine.length; i++) {
      if (commandLine[i] == 0) {
        all.add(Arrays.copyOfRange(commandLine, from, i));
        from = i + 1;
      }
    }
    return all.size() < read.size()
        ? read
        : all.subList(all.size() - read.size(), all.size()).stream()
            .map(bytes -> decoded(bytes, locale))
            .toList();
  }

  /** What is neither UTF-8 nor of the locale keeps a U+FFFD, with which it is refused. */
  private static String decoded(byte[] bytes, Charset locale) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, locale);
    }
  }
}
