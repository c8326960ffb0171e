package org.stadtstand.ground.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A mistake of the caller, and the only exception whose message is shown. Everything else is our
 * fault: it is logged, and answered without its cause.
 */
@SuppressWarnings("serial")
public final class ApiError extends RuntimeException {

  private final ErrorCode code;
  private final String hint;

  public ApiError(ErrorCode code, String sentence, String hint) {
    // No stack trace: it is never shown, and filling it in costs more than the refusal itself.
    super(sentence, null, false, false);
    this.code = code;
    this.hint = hint;
  }

  public ErrorCode code() {
    return code;
  }

  public String hint() {
    return hint;
  }

  /** In a fixed order, so that the same refusal has the same bytes. */
  public Map<String, Object> extensions() {
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", code.name());
    extensions.put("hint", hint);
    return extensions;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
