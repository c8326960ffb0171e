package org.stadtstand.ground.fault;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.NestedExceptionUtils;

/**
 * What an operator reads when work ended because of a disk, a folder, a network or a database: one
 * sentence about what is wrong and what to do. Anything else is a mistake of the program.
 */
public final class Failure {

  private Failure() {}

  /** The sentence, however deeply the cause is wrapped; empty if the program made a mistake. */
  public static Optional<String> sentence(Throwable fault) {
    for (Throwable each = fault; each != null; each = each.getCause()) {
      String sentence = own(each);
      if (sentence != null) {
        return Optional.of(sentence.replaceAll("\\s+", " ").strip());
      }
    }
    return Optional.empty();
  }

  private static @Nullable String own(Throwable fault) {
    return switch (fault) {
      case StartRefused refused -> refused.getMessage() + " " + refused.action();
      case ApiError refused -> refused.sentence() + " " + refused.hint();
      case BindException refused -> ofSetting(refused);
      case SQLException refused -> ofDatabase(refused);
      case ReadOnlyFileSystemException failed -> "The disk is read-only.";
      case IOException failed -> ofFile(failed);
      default -> null;
    };
  }

  private static String ofSetting(BindException refused) {
    ConfigurationProperty property = refused.getProperty();
    return property == null
        ? "The settings %s cannot be used: %s."
            .formatted(
                refused.getName(), NestedExceptionUtils.getMostSpecificCause(refused).getMessage())
        : "The setting %s cannot be “%s”.".formatted(property.getName(), property.getValue());
  }

  /** Classes and states are those of PostgreSQL (appendix A of its manual). */
  private static @Nullable String ofDatabase(SQLException refused) {
    String state = refused.getSQLState() == null ? "" : refused.getSQLState();
    return switch (state) {
      case "53100" -> "The database's disk is full: nothing was changed. Make room.";
      case "53200" -> "The database has no more memory: nothing was changed. Give it some.";
      case "53300" -> "The database takes no more connections. Try again, or raise its limit.";
      case "25006" -> "The database is read-only: nothing was changed. Use the one that is not.";
      case "42501" ->
          "The database allows this user too little: nothing was changed. It says: "
              + refused.getMessage();
      case "57014", "55P03", "40001", "40P01" ->
          "Something else was in the way in the database: nothing was changed. Try again.";
      default -> ofClass(state, refused);
    };
  }

  private static @Nullable String ofClass(String state, SQLException refused) {
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08", "57" -> "The database cannot be reached, or has ended. Try again once it runs.";
      case "28", "3D" -> "The database cannot be used. It says: " + refused.getMessage();
      case "53", "54", "58", "F0", "XX" ->
          "The database is broken or at its limits. It says: " + refused.getMessage();
      default -> null;
    };
  }

  private static String ofFile(IOException failed) {
    return switch (failed) {
      case NoSuchFileException missing -> missing.getFile() + " does not exist.";
      case AccessDeniedException denied ->
          denied.getFile() + " may not be read or written by this user.";
      case FileSystemException named when named.getReason() != null ->
          "%s cannot be read or written: %s.".formatted(named.getFile(), named.getReason());
      default -> "A file or a connection failed: " + failed.getMessage() + ".";
    };
  }
}
