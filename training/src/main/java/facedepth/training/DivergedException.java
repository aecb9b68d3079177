package facedepth.training;

import java.io.IOException;
import java.nio.file.Path;

/** The loss stopped being a number. */
public final class DivergedException extends IOException {
  private static final long serialVersionUID = 1L;

  DivergedException(long step, Path checkpoint) {
    super(
        "training diverged at step "
            + step
            + ": the last good weights are in "
            + checkpoint
            + "; try a smaller learningRate");
  }
}
