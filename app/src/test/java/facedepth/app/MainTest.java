package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void helpNamesTheExitCodes() {
    CommandRun run = CommandRun.of("--help");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out()).contains("Usage: facedepth", "some inputs failed", "--verbose");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void versionIsOneLine() {
    CommandRun run = CommandRun.of("--version");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out().lines()).singleElement().asString().startsWith("facedepth ");
  }

  @Test
  void aMissingCommandIsWrongUsage() {
    CommandRun run = CommandRun.of();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errorLines())
        .containsExactly("facedepth: a command is missing; see facedepth --help");
  }

  @Test
  void anUnknownCommandIsWrongUsageInOneLine() {
    CommandRun run = CommandRun.of("reconstuct", "portrait.jpg");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errorLines()).singleElement().asString().contains("reconstuct", "--help");
  }
}
