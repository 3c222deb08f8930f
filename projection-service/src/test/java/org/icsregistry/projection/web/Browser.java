package org.icsregistry.projection.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The Chromium of this machine, driven by Playwright without the driver bundle of 202 MB: its
 * Node.js part comes from npm in the same version.
 */
final class Browser implements AutoCloseable {

  private static final String PLAYWRIGHT = "1.62.0";
  private static final String AXE = "4.11.3";

  /** WCAG 2.2 level AA, and what axe calls best practice. */
  private static final String RULES =
      """
      () => axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      }).then(r => r.violations.map(v =>
        v.id + ': ' + v.help + ' at ' + v.nodes.map(n => n.html).join(' | ')))
      """;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final String axe;

  Browser() {
    System.setProperty(
        "playwright.cli.dir", NpmPackage.folder("playwright-core", PLAYWRIGHT).toString());
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        program("node", "NODE", "nodejs").toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program("chromium", "CHROMIUM", "chromium-browser"))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    axe = read(NpmPackage.folder("axe-core", AXE).resolve("package").resolve("axe.min.js"));
  }

  /** Somebody's browser window of this width. */
  BrowserContext window(int width, boolean javaScript) {
    return chromium.newContext(
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setViewportSize(width, 900)
            .setJavaScriptEnabled(javaScript)
            .setLocale("en-GB"));
  }

  /**
   * Fails on any violation. The page has to run scripts; where its policy forbids foreign ones, axe
   * comes in by the debugger and not as an element.
   */
  void checkAccessibility(Page page) {
    page.evaluate(axe);
    assertThat((List<?>) page.evaluate(RULES)).as(page.url()).isEmpty();
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }

  /** A program named by a property or variable, or found on the path. */
  private static Path program(String name, String variable, String otherName) {
    var named = Stream.of(System.getProperty("registry." + name), System.getenv(variable));
    var onPath =
        Arrays.stream(
                Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
            .flatMap(folder -> Stream.of(folder + "/" + name, folder + "/" + otherName));
    return Stream.concat(named, onPath)
        .filter(Objects::nonNull)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "The browser tests need %1$s and found none. Install it (Debian: apt-get install %1$s) or say where it is in the variable %2$s"
                    .formatted(name.equals("node") ? "nodejs" : name, variable)));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
