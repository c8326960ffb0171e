package org.stadtstand.ground.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A fault of ours is logged once with its stack trace, and then counted. */
@ExtendWith(OutputCaptureExtension.class)
class FaultLogTests {

  private static final String CALLERS = "what-only-the-caller-knows";

  @Test
  void equalFaultsWriteOneTraceAndThenTheirNumber(CapturedOutput output) throws Exception {
    FaultLog log = new FaultLog(Duration.ofMillis(300));
    IntStream.range(0, 1000).parallel().forEach(row -> log.add("Project.title", fault("" + row)));
    assertThat(output.getOut().split("No answer for Project.title", -1)).hasSize(2);
    assertThat(output.getOut()).contains("IllegalArgumentException", "FaultLogTests.fault");
    for (int i = 0; i < 100 && !output.getOut().contains("999 times"); i++) {
      Thread.sleep(50);
    }
    assertThat(output.getOut()).contains("The same again 999 times");
  }

  @Test
  void anotherFaultHasATraceOfItsOwn(CapturedOutput output) {
    FaultLog log = new FaultLog(Duration.ofMinutes(1));
    log.add("Project.title", fault("x"));
    log.add("Project.key", new IllegalStateException("elsewhere"));
    assertThat(output.getOut())
        .contains("No answer for Project.title", "No answer for Project.key");
  }

  @Test
  void afterItsMinuteItIsLoggedAgain(CapturedOutput output) throws Exception {
    FaultLog log = new FaultLog(Duration.ofMillis(20));
    log.add("Project.title", fault("x"));
    for (int i = 0; i < 100 && output.getOut().split("No answer", -1).length < 3; i++) {
      Thread.sleep(20);
      log.add("Project.title", fault("x"));
    }
    assertThat(output.getOut().split("No answer", -1)).hasSizeGreaterThan(2);
  }

  @Test
  void noMessageOfAFaultIsLoggedForItMayQuoteTheCaller(CapturedOutput output) {
    new FaultLog(Duration.ofMinutes(1))
        .add(
            "Project.title",
            new CompletionException(CALLERS, new IllegalStateException(CALLERS, fault(CALLERS))));
    assertThat(output.getOut())
        .contains("No answer for Project.title", "Caused by: java.lang.IllegalStateException")
        .doesNotContain(CALLERS);
  }

  private static RuntimeException fault(String message) {
    return new IllegalArgumentException(message);
  }
}
