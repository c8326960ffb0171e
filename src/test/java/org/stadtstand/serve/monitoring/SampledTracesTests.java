package org.stadtstand.serve.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.sql.Trace;
import org.stadtstand.serve.monitoring.LocalCollector.Received;

/** Traces of answers: of none, of a share or of all, and never at the expense of an answer. */
class SampledTracesTests {

  private static String answer(Trace.Traces traces) {
    return Trace.question(
        traces,
        () -> "question targets",
        () ->
            Trace.step(
                Trace.Step.BATCH,
                () -> "page targets",
                () -> Trace.step(Trace.Step.STATEMENT, () -> "SELECT target", () -> "done")));
  }

  @Test
  void withoutACollectorNothingIsTracedAndNoNameIsMade() {
    SampledTraces off = new SampledTraces(new TracingSettings("", 1));
    String made =
        Trace.question(
            off,
            () -> {
              throw new AssertionError("nobody needs it");
            },
            () -> Trace.step(Trace.Step.BATCH, () -> "batch", () -> "done"));
    assertThat(made).isEqualTo("done");
    assertThat(off.begin(() -> "question")).isNull();
  }

  @Test
  void stepsAreSentWithTheOnesTheyBelongTo() {
    try (LocalCollector collector = new LocalCollector()) {
      try (SampledTraces all = new SampledTraces(new TracingSettings(collector.address(), 1))) {
        assertThat(answer(all)).isEqualTo("done");
      }
      List<Received> spans = collector.spans();
      assertThat(spans)
          .extracting(Received::name)
          .containsExactly("SELECT target", "page targets", "question targets");
      assertThat(spans).extracting(Received::trace).doesNotContainNull().hasSize(3);
      assertThat(spans.get(0).parent()).isEqualTo(spans.get(1).id());
      assertThat(spans.get(1).parent()).isEqualTo(spans.get(2).id());
      assertThat(spans.get(2).parent().isEmpty()).isTrue();
      assertThat(spans.get(0).with())
          .containsEntry("db.system.name", "postgresql")
          .containsEntry("stadtstand.step", "statement");
    }
  }

  @Test
  void aFaultIsNamedByItsKindAlone() {
    ApiError fault = new ApiError(ErrorCode.TIMEOUT, "Der Name Erika wurde gesucht.", "");
    try (LocalCollector collector = new LocalCollector()) {
      try (SampledTraces all = new SampledTraces(new TracingSettings(collector.address(), 1))) {
        assertThatThrownBy(
                () ->
                    Trace.question(
                        all,
                        () -> "question",
                        () -> {
                          throw fault;
                        }))
            .isSameAs(fault);
      }
      assertThat(collector.spans())
          .singleElement()
          .matches(span -> "TIMEOUT".equals(span.with().get("error.type")))
          .matches(span -> !span.toString().contains("Erika"));
    }
  }

  @Test
  void aShareIsTraced() {
    try (LocalCollector collector = new LocalCollector();
        SampledTraces some = new SampledTraces(new TracingSettings(collector.address(), 0.25))) {
      long traced =
          IntStream.range(0, 4_000).filter(i -> some.begin(() -> "question") != null).count();
      assertThat(traced).isBetween(800L, 1_200L);
    }
    try (SampledTraces none = new SampledTraces(new TracingSettings("http://localhost:1/", 0))) {
      assertThat(none.begin(() -> "question")).isNull();
    }
  }

  @Test
  void aCollectorThatIsAwayOrSilentDelaysNoAnswer() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int port : new int[] {1, silent.getLocalPort()}) {
        String address = "http://localhost:" + port + "/v1/traces";
        Instant begin = Instant.now();
        try (SampledTraces all = new SampledTraces(new TracingSettings(address, 1))) {
          for (int i = 0; i < 20_000; i++) {
            assertThat(answer(all)).isEqualTo("done");
          }
          assertThat(Duration.between(begin, Instant.now()))
              .as("60,000 spans, of which most are thrown away")
              .isLessThan(Duration.ofSeconds(10));
        }
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(15));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"collector:4318", "ftp://collector/v1/traces", "/v1/traces", "http:/x"})
  void refusesWhatIsNoAddressOnTheWeb(String address) {
    assertThatThrownBy(() -> new TracingSettings(address, 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tracing.collector");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.01, Double.NaN})
  void refusesWhatIsNoShare(double share) {
    assertThatThrownBy(() -> new TracingSettings("", share))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tracing.share");
  }
}
