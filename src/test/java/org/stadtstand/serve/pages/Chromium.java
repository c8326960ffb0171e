package org.stadtstand.serve.pages;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The browser that is installed; none is downloaded. Without one, tests are skipped and say so. */
final class Chromium implements AutoCloseable {

  /** Nothing that would ask another host on its own account. */
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

  private @Nullable Playwright playwright;
  private @Nullable Browser browser;

  void start() {
    Path program = program();
    Playwright started =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    playwright = started;
    browser =
        started.chromium().launch(new LaunchOptions().setExecutablePath(program).setArgs(QUIET));
  }

  Visit visit(String server, String path) {
    Browser.NewPageOptions german =
        new Browser.NewPageOptions().setLocale("de-DE").setViewportSize(1280, 900);
    return new Visit(Objects.requireNonNull(browser).newPage(german), server, path);
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
