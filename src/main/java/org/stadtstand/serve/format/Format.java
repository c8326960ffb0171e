package org.stadtstand.serve.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.answer.Inquiry;

/**
 * A form that the answer to any question can take. A new one is a bean that implements this: it is
 * then offered at every door, to whoever names its media type or its suffix. Formats are values:
 * equal ones write the same answer as the same bytes, so that a format is part of a cache's key.
 */
public interface Format {

  /** What ends an address that asks for it, without the dot: {@code csv}; null if nothing does. */
  @Nullable String suffix();

  /** What {@code Accept} calls it, without parameters: {@code text/csv}. */
  String mediaType();

  /**
   * The format with the parameters of a request that do not belong to the question, such as {@code
   * dialect}. An unknown name or value is refused with an {@link
   * org.stadtstand.ground.fault.ApiError}.
   */
  Format with(Map<String, String> parameters);

  /**
   * Asks, once or as often as the format needs, and writes what was answered. An {@link
   * org.stadtstand.ground.fault.ApiError} says why the question cannot have this form.
   */
  Representation write(Inquiry inquiry);
}
