package facedepth.training;

import java.io.IOException;

/** Hears what a training run does, on the thread that trains. */
public interface TrainingListener {
  /**
   * The run begins, or goes on.
   *
   * @param done steps that were done before
   * @param of steps of the whole run
   */
  default void began(long done, long of) throws IOException {}

  /** Something happened that a person should know of, in one line. May come from any thread. */
  default void noted(String line) {}

  /** A step was taken; or several, of which {@code step} tells the means. */
  void stepped(TrainingStep step) throws IOException;

  /** A checkpoint was written and its averaged weights were scored. */
  void validated(ValidationResult result) throws IOException;
}
