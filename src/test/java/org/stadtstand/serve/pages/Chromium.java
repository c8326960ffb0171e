package org.stadtstand.serve.pages;

import static org.junit.jupiter.api.Assumptions.abort;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The installed browser; none is downloaded. Without one, tests are skipped and say so. */
final class Chromium implements AutoCloseable {

  /** Turns off features that contact other hosts of their own accord. */
  private static final List<String> QUIET =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /**
   * For work that a page does in the background on a busy machine; no test waits longer than
   * needed.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private @Nullable Playwright playwright;
  private @Nullable Browser browser;

  void start() {
    Path program = program();
    Playwright started =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    playwright = started;
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    browser =
        started.chromium().launch(new LaunchOptions().setExecutablePath(program).setArgs(QUIET));
  }

  Visit visit(String server, String path) {
    return new Visit(page(), server, path);
  }

  /** A new, empty page. */
  Page page() {
    Browser.NewPageOptions german =
        new Browser.NewPageOptions().setLocale("de-DE").setViewportSize(1280, 900);
    return Objects.requireNonNull(browser).newPage(german);
  }

  /** A page on a computer that is slower by this factor. */
  Page slowPage(int times) {
    Page page = page();
    JsonObject rate = new JsonObject();
    rate.addProperty("rate", times);
    page.context().newCDPSession(page).send("Emulation.setCPUThrottlingRate", rate);
    return page;
  }

  @Override
  public void close() {
    if (playwright != null) {
      playwright.close();
    }
  }

  private static Path program() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(
            () -> {
              System.out.println(
                  "Browser tests are skipped: no Chromium. Install it: apt-get install chromium");
              return abort("no Chromium; install it with: apt-get install chromium");
            });
  }
}
