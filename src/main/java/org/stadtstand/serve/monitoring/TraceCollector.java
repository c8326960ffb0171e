package org.stadtstand.serve.monitoring;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.sql.Trace;

/**
 * An OpenTelemetry collector. Spans are sent by a thread of their own; where the collector is slow
 * or away, they are thrown away once there are too many, and no answer waits for it.
 */
final class TraceCollector {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_WAITING = 4_096;
  private static final int GOODBYE_SECONDS = 2;

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  TraceCollector(String address) {
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(address)
            .setTimeout(PATIENCE)
            .setConnectTimeout(PATIENCE)
            .build();
    this.provider =
        SdkTracerProvider.builder()
            .setResource(
                Resource.create(
                    Attributes.of(AttributeKey.stringKey("service.name"), "stadtstand")))
            .addSpanProcessor(
                BatchSpanProcessor.builder(exporter)
                    .setExporterTimeout(PATIENCE)
                    .setMaxQueueSize(MOST_WAITING)
                    .build())
            .build();
    this.tracer = provider.get("org.stadtstand");
  }

  Trace.Span begin(String name) {
    return started(null, Trace.Step.QUESTION, name);
  }

  private Trace.Span started(@Nullable Span parent, Trace.Step step, String name) {
    Context around = parent == null ? Context.root() : Context.root().with(parent);
    SpanKind kind =
        switch (step) {
          case QUESTION -> SpanKind.SERVER;
          case BATCH -> SpanKind.INTERNAL;
          case STATEMENT -> SpanKind.CLIENT;
        };
    Span span =
        tracer
            .spanBuilder(name)
            .setParent(around)
            .setSpanKind(kind)
            .setAttribute("stadtstand.step", step.name().toLowerCase(Locale.ROOT))
            .startSpan();
    if (step == Trace.Step.STATEMENT) {
      span.setAttribute("db.system.name", "postgresql").setAttribute("db.query.summary", name);
    }
    return new Begun(span);
  }

  /** Sends what waits, but does not keep the server from ending. */
  void close() {
    provider.shutdown().join(GOODBYE_SECONDS, TimeUnit.SECONDS);
  }

  private final class Begun implements Trace.Span {

    private final Span span;

    Begun(Span span) {
      this.span = span;
    }

    @Override
    public Trace.Span begin(Trace.Step step, String name) {
      return started(span, step, name);
    }

    /** Of a fault only its kind: its message may quote the caller. */
    @Override
    public void end(@Nullable Throwable fault) {
      if (fault != null) {
        String kind =
            fault instanceof ApiError refusal
                ? refusal.code().name()
                : fault.getClass().getSimpleName();
        span.setStatus(StatusCode.ERROR).setAttribute("error.type", kind);
      }
      span.end();
    }
  }
}
