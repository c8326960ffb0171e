package org.stadtstand.serve.format;

import java.util.Map;

/**
 * A kind of forms, one for each media type that {@code Accept} can ask for. A new one is a bean
 * that implements this: every endpoint then offers it.
 */
public interface FormKind {

  /** What {@code Accept} names, without parameters. */
  String mediaType();

  /**
   * The form with the options of a request, which are the parameters of its address that do not
   * belong to the question; unknown ones are passed over.
   */
  Form with(Map<String, String> options);
}
