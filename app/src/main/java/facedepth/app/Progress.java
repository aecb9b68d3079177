package facedepth.app;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar on standard error while long work goes on, and nothing where nobody watches. */
sealed interface Progress extends AutoCloseable {
  /** One more is done. */
  void step();

  @Override
  void close();

  /** A bar if a person watches and there is more than one step, else silence. */
  static Progress of(String task, long steps, Console console) {
    return console.terminal() && steps > 1 ? new Bar(builder(task, steps)) : new Silence();
  }

  /** As {@link #of}, telling how many steps are done in a second. */
  static Progress withSpeed(String task, long steps, Console console) {
    return console.terminal() && steps > 1
        ? new Bar(builder(task, steps).showSpeed())
        : new Silence();
  }

  /** A bar on standard error as all of them look. */
  static ProgressBarBuilder builder(String task, long steps) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(steps)
        .setConsumer(new ConsoleProgressBarConsumer(System.err, Bar.WIDTH));
  }

  /** Draws nothing. */
  record Silence() implements Progress {
    @Override
    public void step() {}

    @Override
    public void close() {}
  }

  /** Draws with the width fixed: asking the terminal for it would load a native library. */
  final class Bar implements Progress {
    private static final int WIDTH = 79;

    private final ProgressBar bar;

    Bar(ProgressBarBuilder builder) {
      bar = builder.build();
    }

    @Override
    public void step() {
      bar.step();
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
