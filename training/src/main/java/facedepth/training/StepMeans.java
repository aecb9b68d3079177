package facedepth.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells another listener the means of some steps at a time: single steps are too many and too
 * noisy. Means end at checkpoints too, so that a run that goes on from one tells the same as a run
 * that was never stopped.
 */
final class StepMeans implements TrainingListener {
  private final int every;
  private final TrainingListener next;
  private final List<TrainingStep> steps = new ArrayList<>();

  /**
   * Means for one listener.
   *
   * @param every how many steps; each group but those cut short ends at a multiple of this
   */
  StepMeans(int every, TrainingListener next) {
    this.every = every;
    this.next = next;
  }

  @Override
  public void began(long done, long of) throws IOException {
    next.began(done, of);
  }

  @Override
  public void stepped(TrainingStep step) throws IOException {
    steps.add(step);
    if (step.step() % every == 0) {
      pass();
    }
  }

  @Override
  public void validated(ValidationResult result) throws IOException {
    pass();
    next.validated(result);
  }

  private void pass() throws IOException {
    if (!steps.isEmpty()) {
      next.stepped(TrainingStep.mean(steps));
      steps.clear();
    }
  }
}
