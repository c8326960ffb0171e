package org.stadtstand.serve.http;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnThreading;
import org.springframework.boot.thread.Threading;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Starts a virtual thread for each request, which at once makes way for the others. Java's
 * scheduler takes what a thread of the system hands it for as long as there is more of it, and
 * Tomcat hands over every request from one: under a thousand callers whoever had waited for a lock
 * or the database was looked at seconds later. A thread that has yielded stands in another queue,
 * which the scheduler leaves in between.
 */
@Component
@ConditionalOnThreading(Threading.VIRTUAL)
class RequestThreads
    implements Executor, Ordered, WebServerFactoryCustomizer<TomcatWebServerFactory> {

  private final ThreadFactory threads = Thread.ofVirtual().name("request-", 0).factory();

  @Override
  public void execute(Runnable request) {
    threads
        .newThread(
            () -> {
              Thread.yield();
              request.run();
            })
        .start();
  }

  @Override
  public void customize(TomcatWebServerFactory factory) {
    factory.addProtocolHandlerCustomizers(handler -> handler.setExecutor(this));
  }

  /** After Spring Boot, whose executor does not yield. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }
}
