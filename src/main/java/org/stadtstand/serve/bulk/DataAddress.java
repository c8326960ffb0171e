package org.stadtstand.serve.bulk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.format.Negotiation;

/**
 * The address of a file below {@code /data}: {@code duesseldorf/project@4.csv}.
 *
 * @param municipality key, AGS or ARS; null for the default one
 * @param release the number; null for the newest
 * @param nested whether the municipality is part of the path, as in every address that lasts
 */
record DataAddress(
    @Nullable String municipality,
    boolean nested,
    String name,
    @Nullable Integer release,
    String suffix) {

  private static final Pattern FORM =
      Pattern.compile("([a-z_]{1,60})(?:@([1-9]\\d{0,8}))?\\.(csv|json|sqlite|zip)");

  static DataAddress read(@Nullable String municipality, boolean nested, String file) {
    Matcher form = FORM.matcher(file);
    if (!form.matches()) {
      throw unknown(file);
    }
    return new DataAddress(
        municipality,
        nested,
        form.group(1),
        form.group(2) == null ? null : Integer.valueOf(form.group(2)),
        form.group(3));
  }

  /** Whether the last segment of a path is written as the name of a file. */
  static boolean isFile(String segment) {
    return FORM.matcher(segment).matches();
  }

  /** Refuses any name but the only one that exists with this suffix. */
  void check(String only) {
    if (!name.equals(only)) {
      throw unknown();
    }
  }

  /** Refuses a caller who does not accept what the suffix names. */
  void checkAccepted(@Nullable String accept) {
    String type = mediaType().replaceFirst(";.*", "");
    if (!Negotiation.accepts(accept, type)) {
      throw new ApiError(
          ErrorCode.NOT_ACCEPTABLE,
          "The file is %s, which Accept excludes.".formatted(type),
          "Accept it, or leave Accept out: the suffix of the address decides.");
    }
  }

  String mediaType() {
    return switch (suffix) {
      case "csv" -> "text/csv;charset=UTF-8;header=present";
      case "json" -> "application/json;charset=UTF-8";
      case "sqlite" -> "application/vnd.sqlite3";
      default -> "application/zip";
    };
  }

  boolean isCompressible() {
    return !suffix.equals("zip");
  }

  /** The last segment of its path. */
  String written() {
    return name + (release == null ? "." : "@" + release + ".") + suffix;
  }

  /** The error for a file that does not exist. */
  ApiError unknown() {
    return unknown(written());
  }

  private static ApiError unknown(String file) {
    return new ApiError(
        ErrorCode.UNKNOWN_TABLE,
        "There is no file " + file + " below /data.",
        "/data/datapackage.json lists the tables there are; duesseldorf/project@4.csv is one of"
            + " release 4.");
  }
}
