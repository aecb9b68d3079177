package facedepth.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
  private static final List<Path> INPUTS =
      List.of(Path.of("a.jpg"), Path.of("b.jpg"), Path.of("c.jpg"));

  private final StringWriter err = new StringWriter();
  private final Batch batch =
      new Batch(
          new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), false), false);

  @Test
  void doesTheRestWhenSomeFail() {
    List<String> done = new ArrayList<>();
    int exitCode =
        batch.run(
            "test",
            INPUTS,
            new OutputNames(),
            (input, name, names) -> {
              if (name.equals("a")) {
                throw new OutOfMemoryError("Java heap space");
              }
              if (name.equals("b")) {
                throw new IOException("b.jpg: no image");
              }
              done.add(name);
            });
    assertThat(exitCode).isEqualTo(1);
    assertThat(done).containsExactly("c");
    assertThat(err.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("facedepth: a.jpg: not enough memory"),
            line -> assertThat(line).isEqualTo("facedepth: b.jpg: no image"));
  }

  @Test
  void namesAnInputAsTheCommandLineDid() {
    Path input = Path.of("photos", "a.jpg");
    batch.run(
        "test",
        List.of(input),
        new OutputNames(),
        (file, name, names) -> {
          throw new IOException("a.jpg: no image");
        });
    assertThat(err.toString()).isEqualTo("facedepth: " + input + ": no image\n");
  }

  @Test
  void isSilentWhenAllGoesWell() {
    int exitCode = batch.run("test", INPUTS, new OutputNames(), (input, name, names) -> {});
    assertThat(exitCode).isEqualTo(0);
    assertThat(err.toString()).isEmpty();
  }
}
