package org.stadtstand.serve.bulk;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * A request for a whole file.
 *
 * @param municipality from the path or, if not nested, from the parameter; null for the default one
 * @param nested whether the path names the municipality
 * @param file the last segment of the path
 * @param parameters the names of all parameters of the address
 * @param accept the field of that name
 * @param gzip whether it may be sent compressed
 */
public record DataRequest(
    @Nullable String municipality,
    boolean nested,
    String file,
    Set<String> parameters,
    @Nullable String accept,
    boolean gzip) {

  /** The only parameter, of addresses that do not name their municipality. */
  public static final String MUNICIPALITY = "municipality";

  void checkParameters() {
    for (String name : parameters) {
      if (nested || !name.equals(MUNICIPALITY)) {
        throw new ApiError(
            ErrorCode.BAD_ARGUMENT,
            "A whole table has no parameter " + name + ".",
            "For a part of a table or another form ask a question.");
      }
    }
  }
}
