package org.stadtstand.serve.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.answer.Inquiry;

/**
 * A form that the answer to any question can take. A new format is a bean of this type: it is then
 * offered by every endpoint to callers who name its media type or suffix. Formats are values and
 * part of a cache key, so equal ones must write the same answer as the same bytes.
 */
public interface Format {

  /** The suffix that selects the format, without the dot ({@code csv}); null if there is none. */
  @Nullable String suffix();

  /** Its media type in {@code Accept}, without parameters: {@code text/csv}. */
  String mediaType();

  /**
   * The format with those request parameters that do not belong to the question, such as {@code
   * dialect}. An unknown name or value is refused with an {@link
   * org.stadtstand.ground.fault.ApiError}.
   */
  Format with(Map<String, String> parameters);

  /** The format of a file that says where it was asked for. */
  default Format from(FileOrigin origin) {
    return this;
  }

  /**
   * Asks once, or as often as the format needs, and writes the answer. An {@link
   * org.stadtstand.ground.fault.ApiError} says why the question cannot take this form.
   */
  Representation write(Inquiry inquiry);
}
