package org.stadtstand.serve.format;

import java.util.Map;

/** A kind of file that the answer to any question can be taken home in. */
public interface Format {

  /** What ends the name of such a file, without the dot: {@code csv}. */
  String suffix();

  /** The media type, without parameters: {@code text/csv}. */
  String mediaType();

  /**
   * The format with the parameters of a request that belong to it, such as {@code dialect}. An
   * unknown name or value is refused with an {@link org.stadtstand.ground.fault.ApiError}.
   */
  FileForm with(Map<String, String> parameters);
}
