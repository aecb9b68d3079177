package facedepth.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A mesh in a real browser without a net: Debian's chromium. Skipped where there is none. */
class MeshFigureTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  @TempDir private Path folder;
  private ChromeDriver browser;

  @BeforeEach
  void open() {
    assumeTrue(Files.isExecutable(CHROMIUM), "there is no " + CHROMIUM);
    assumeTrue(Files.isExecutable(DRIVER), "there is no " + DRIVER);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox", // containers run as root
        "--disable-dev-shm-usage",
        "--host-resolver-rules=MAP * ~NOTFOUND", // no net
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader");
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    browser = new ChromeDriver(service, options);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.quit();
    }
  }

  @Test
  void turnsByItselfAndByTheKeys() throws IOException {
    Path page = folder.resolve("mesh.html");
    Figures.mesh(Domes.mesh(48), null).write(page, "A dome");
    browser.get(page.toUri().toString());
    browser.switchTo().frame(0);
    By loaded = By.cssSelector("body[data-ready], body[data-failed]");
    await(() -> !browser.findElements(loaded).isEmpty());
    assertThat(browser.findElement(By.tagName("body")).getDomAttribute("data-failed")).isNull();

    BufferedImage first = shot();
    await(() -> difference(first, shot()) > 0.002);
    WebElement canvas = browser.findElement(By.tagName("canvas"));
    canvas.sendKeys("0"); // the front, and no more swinging
    BufferedImage front = shot();
    canvas.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    await(() -> difference(front, shot()) > 0.002);
    BufferedImage turned = shot();
    browser.findElement(By.cssSelector("[data-look=depth]")).click();
    await(() -> difference(turned, shot()) > 0.01);
  }

  /** Asks again and again: what is waited for takes the browser a while. */
  private static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(until);
      Thread.onSpinWait();
    }
  }

  private BufferedImage shot() {
    byte[] png = browser.findElement(By.tagName("canvas")).getScreenshotAs(OutputType.BYTES);
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Mean difference of the channels, 0 to 1. */
  private static double difference(BufferedImage a, BufferedImage b) {
    double sum = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        for (int shift = 0; shift < 24; shift += 8) {
          sum += Math.abs((a.getRGB(x, y) >> shift & 0xff) - (b.getRGB(x, y) >> shift & 0xff));
        }
      }
    }
    return sum / (3.0 * 255 * a.getWidth() * a.getHeight());
  }
}
