package facedepth.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import facedepth.app.Pictures;
import facedepth.app.Repository;
import facedepth.inference.ModelCatalog;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The page in a real browser: Debian's chromium, which {@code scripts/install-browser} installs.
 * Skipped where there is none.
 */
class PageTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  // WCAG 2.2: relative luminance, and its ratio between a text and what is painted behind it.
  private static final String LEAST_CONTRAST =
      """
      document.getElementById('result').classList.remove('empty');
      document.getElementById('error').innerHTML = '<p>line</p>';
      const linear = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      const luminance = ([r, g, b]) =>
          0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
      const numbers = text => text.match(/[\\d.]+/g).map(Number);
      const ground = e => {
        for (; e; e = e.parentElement) {
          const colour = numbers(getComputedStyle(e).backgroundColor);
          if (colour.length < 4 || colour[3] > 0) return colour;
        }
        throw new Error('nothing is painted');
      };
      return Math.min(...[...document.querySelectorAll('body *')]
          .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
          .map(e => {
            const both = [luminance(numbers(getComputedStyle(e).color)), luminance(ground(e))];
            return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
          }));
      """;

  @TempDir Path folder;

  private static PhotoServer server;
  private static ChromeDriver browser;

  @BeforeAll
  static void open() throws IOException {
    assumeTrue(Files.isExecutable(CHROMIUM), "there is no " + CHROMIUM);
    assumeTrue(Files.isExecutable(DRIVER), "there is no " + DRIVER);
    Path models = Repository.root().resolve("models");
    assumeTrue(Files.exists(models.resolve("default.onnx")), "there are no weights");
    ModelCatalog catalog = new ModelCatalog(models);
    server =
        PhotoServer.start(
            ServerSettings.DEFAULT.at("127.0.0.1", 0, 2), catalog, catalog.findDefault());
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox", // containers run as root
        "--disable-dev-shm-usage",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    browser = new ChromeDriver(service, options);
  }

  @AfterAll
  static void close() throws IOException {
    if (browser != null) {
      browser.quit();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aDroppedPhotoBecomesAFaceThatTurnsAndCanBeDownloaded() throws Exception {
    load(1280, 900);
    int empty = inkOf("mesh");
    drop(Repository.root().resolve("examples/portrait.png"));
    await(() -> text("status").contains("One face in"));
    assertThat(text("error")).isEmpty();
    await(() -> inkOf("mesh") > empty + 5_000);
    assertThat(inkOf("photo")).as("pixels of the photo").isGreaterThan(10_000);

    BufferedImage front = shot("mesh");
    browser.findElement(By.id("mesh")).sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    await(() -> difference(front, shot("mesh")) > 0.01);
    BufferedImage textured = shot("mesh");
    for (String look : List.of("clay", "depth", "wireframe")) {
      BufferedImage before = shot("mesh");
      browser.findElement(By.cssSelector("[data-look=" + look + "]")).click();
      await(() -> difference(before, shot("mesh")) > 0.01);
    }
    browser.findElement(By.cssSelector("[data-look=texture]")).click();
    await(() -> difference(textured, shot("mesh")) < 0.002);

    byte[] glb = fetch(browser.findElement(By.linkText("GLB")).getDomProperty("href"));
    ByteBuffer header = ByteBuffer.wrap(glb).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(header.getInt()).as("glTF's magic number").isEqualTo(0x46546C67);
    assertThat(header.getInt()).isEqualTo(2);
    assertThat(header.getInt()).isEqualTo(glb.length);
    assertThat(browser.findElements(By.cssSelector("#history li"))).hasSize(1);
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
  }

  @Test
  void theDownloadedMeshPassesKhronosValidator() throws Exception {
    Path script = Repository.root().resolve("scripts/check-gltf");
    assumeTrue(Files.isExecutable(script), "there is no " + script);
    load(1280, 900);
    drop(Repository.root().resolve("examples/portrait.png"));
    await(() -> text("status").contains("One face in"));
    Path glb = folder.resolve("downloaded.glb");
    Files.write(glb, fetch(browser.findElement(By.linkText("GLB")).getDomProperty("href")));
    Process check =
        new ProcessBuilder(script.toString(), glb.toString()).redirectErrorStream(true).start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = check.waitFor();
    assumeTrue(code != 2, said); // node or the validator is not installed
    assertThat(code).as(said).isZero();
  }

  @Test
  void severalPhotosAtOnceLeaveAHistoryAndALineForEachBadOne() throws Exception {
    load(1280, 900);
    Path letter = folder.resolve("letter.txt");
    Files.writeString(letter, "Dear photo");
    Path portrait = Repository.root().resolve("examples/portrait.png");
    drop(letter, portrait, portrait);
    await(() -> browser.findElements(By.cssSelector("#history li")).size() == 2);
    assertThat(text("error")).startsWith("letter.txt: Not a picture").doesNotContain("\n");
    WebElement first = browser.findElement(By.cssSelector("#history li:last-child button"));
    assertThat(first.getDomAttribute("aria-current")).isNull();
    first.click();
    await(() -> "true".equals(first.getDomAttribute("aria-current")));
    assertThat(text("error")).isEmpty();
    assertThat(first.getAccessibleName()).isEqualTo("Photo 1 of this visit: portrait.png");
  }

  @Test
  void everyTextStandsOutFromItsGroundInLightAndDark() {
    for (String scheme : List.of("light", "dark")) {
      browser.executeCdpCommand(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
      load(1280, 900);
      double least = ((Number) browser.executeScript(LEAST_CONTRAST)).doubleValue();
      assertThat(least).as("contrast ratio, " + scheme + "; AA wants 4.5").isGreaterThan(4.5);
    }
  }

  @Test
  void everythingThatCanBeUsedHasAName() {
    load(1280, 900);
    browser.executeScript("document.getElementById('result').classList.remove('empty')");
    for (WebElement one :
        browser.findElements(By.cssSelector("main button, main input, select, canvas"))) {
      if (one.getDomAttribute("hidden") == null) {
        assertThat(one.getAccessibleName()).as(one.getDomProperty("outerHTML")).isNotBlank();
      }
    }
  }

  @Test
  void aPictureWithoutAFaceIsAnsweredInWords() throws Exception {
    load(390, 844);
    Path noise = folder.resolve("noise.png");
    Pictures.noise(noise, 200, 160);
    drop(noise);
    await(() -> text("error").contains("No face found"));
    Path letter = folder.resolve("letter.txt");
    Files.writeString(letter, "Dear photo");
    drop(letter);
    await(() -> text("error").contains("Not a picture"));
  }

  @Test
  void nothingJumpsWhenTheResultComes() throws Exception {
    load(390, 844);
    browser.executeScript(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e =>"
            + " window.shift += e.value)).observe({type: 'layout-shift', buffered: true});");
    drop(Repository.root().resolve("examples/portrait.png"));
    await(() -> text("status").contains("One face in"));
    assertThat(((Number) browser.executeScript("return window.shift")).doubleValue())
        .as("cumulative layout shift; 0.1 is called good")
        .isLessThan(0.1);
    assertThat(
            (Boolean)
                browser.executeScript("return document.documentElement.scrollWidth <= innerWidth"))
        .as("no sideways scrolling on a phone")
        .isTrue();
  }

  private static void load(int width, int height) {
    browser.manage().window().setSize(new Dimension(width, height));
    browser.get("http://127.0.0.1:" + server.port() + "/");
    browser.manage().logs().get(LogType.BROWSER);
  }

  private static void drop(Path... files) throws IOException {
    List<String> contents = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Path file : files) {
      contents.add(Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
      names.add(file.getFileName().toString());
    }
    browser.executeScript(
        """
        const carried = new DataTransfer();
        arguments[0].forEach((content, i) => carried.items.add(
            new File([Uint8Array.from(atob(content), c => c.charCodeAt(0))], arguments[1][i])));
        document.body.dispatchEvent(
            new DragEvent('drop', {dataTransfer: carried, bubbles: true, cancelable: true}));
        """,
        contents,
        names);
  }

  private static byte[] fetch(String url) {
    String base64 =
        (String)
            browser.executeAsyncScript(
                """
                const done = arguments[1];
                fetch(arguments[0]).then(r => r.blob()).then(blob => {
                  const reader = new FileReader();
                  reader.onload = () => done(reader.result.split(',')[1]);
                  reader.readAsDataURL(blob);
                });
                """,
                url);
    return Base64.getDecoder().decode(base64);
  }

  private static String text(String id) {
    return browser.findElement(By.id(id)).getText();
  }

  private static BufferedImage shot(String id) {
    byte[] png = browser.findElement(By.id(id)).getScreenshotAs(OutputType.BYTES);
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new IllegalStateException("the browser's picture cannot be read", e);
    }
  }

  /** How many pixels differ from the corner's. */
  private static int inkOf(String id) {
    BufferedImage image = shot(id);
    int ground = image.getRGB(20, 20);
    int ink = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        ink += image.getRGB(x, y) != ground ? 1 : 0;
      }
    }
    return ink;
  }

  /** Share of pixels that differ. */
  private static double difference(BufferedImage a, BufferedImage b) {
    int different = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        different += a.getRGB(x, y) != b.getRGB(x, y) ? 1 : 0;
      }
    }
    return different / (double) (a.getWidth() * a.getHeight());
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it took too long: " + text("error")).isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
