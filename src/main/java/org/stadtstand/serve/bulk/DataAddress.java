package org.stadtstand.serve.bulk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * The last segment of an address below {@code /data}: {@code project.csv}, {@code project@4.csv}.
 *
 * @param release the number; null for the newest
 */
record DataAddress(String name, @Nullable Integer release, String suffix) {

  private static final Pattern FORM =
      Pattern.compile("([a-z_]{1,60})(?:@([1-9]\\d{0,8}))?\\.(csv|json|zip)");

  static DataAddress read(String file) {
    Matcher form = FORM.matcher(file);
    if (!form.matches()) {
      throw unknown(file);
    }
    return new DataAddress(
        form.group(1),
        form.group(2) == null ? null : Integer.valueOf(form.group(2)),
        form.group(3));
  }

  /** Refuses any name but the only one that exists with this suffix. */
  void check(String only) {
    if (!name.equals(only)) {
      throw unknown();
    }
  }

  /** The error for a file that does not exist. */
  ApiError unknown() {
    return unknown(name + (release == null ? "." : "@" + release + ".") + suffix);
  }

  private static ApiError unknown(String file) {
    return new ApiError(
        ErrorCode.UNKNOWN_TABLE,
        "There is no file " + file + " below /data.",
        "/data/datapackage.json lists the tables there are; project@4.csv is one of release 4.");
  }
}
