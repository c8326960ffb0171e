package org.stadtstand.serve.chart;

import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** Refusals of what cannot be drawn, each with what can. */
final class Undrawable {

  private Undrawable() {}

  static ApiError answer() {
    return answer("The answer has nothing that can be drawn.");
  }

  static ApiError answer(String sentence) {
    return new ApiError(
        ErrorCode.NOT_DRAWABLE,
        sentence,
        "Ask for groups with keys or label and a figure, for a list of rows with a title and a"
            + " figure, for figures at several days, for one target with its observations, for one"
            + " project with its versions, or for claims that give values in one unit.");
  }

  static ApiError target(String sentence) {
    return new ApiError(
        ErrorCode.NOT_DRAWABLE, sentence, "The list of targets has their keys and outcomes.");
  }
}
