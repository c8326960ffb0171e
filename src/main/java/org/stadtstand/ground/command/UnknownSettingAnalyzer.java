package org.stadtstand.ground.command;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the sentence about an unknown setting instead of a stack trace. */
final class UnknownSettingAnalyzer extends AbstractFailureAnalyzer<UnknownSetting> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnknownSetting unknown) {
    return new FailureAnalysis(unknown.getMessage(), unknown.action(), unknown);
  }
}
