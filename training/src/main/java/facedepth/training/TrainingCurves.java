package facedepth.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The curves of a run while it goes on: hears the run, and draws what it has heard when asked, by
 * any thread.
 */
public final class TrainingCurves implements TrainingListener {
  private static final int POINTS = 200;

  private final TrainingCharts charts;
  private final StepMeans means;
  private final List<Scalars> history = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private TrainingStep latest;

  /** The curves of one run. */
  public TrainingCurves(TrainingConfig config) {
    charts = new TrainingCharts(config);
    means = new StepMeans(Math.max(1, config.totalSteps() / POINTS), new Points());
  }

  @Override
  public synchronized void noted(String line) {
    notes.add(line);
  }

  @Override
  public synchronized void stepped(TrainingStep step) throws IOException {
    means.stepped(step);
  }

  @Override
  public synchronized void validated(ValidationResult result) throws IOException {
    means.validated(result);
  }

  /**
   * How far the run is and its curves, as a piece of a page.
   *
   * @param running whether it goes on, so that there is time left to tell of
   */
  public synchronized String html(boolean running) {
    StringBuilder html = new StringBuilder();
    charts.tiles(html, running, history, latest);
    notes.forEach(line -> html.append("<p>").append(Html.escape(line)).append("</p>\n"));
    charts.ofLearning(html, history);
    return ChartPanel.styled(html.toString());
  }

  /** Keeps what it hears. */
  private final class Points implements TrainingListener {
    @Override
    public void stepped(TrainingStep step) {
      latest = step;
      add(step.step(), step.scalars());
    }

    @Override
    public void validated(ValidationResult result) {
      add(result.step(), result.scalars());
    }

    private void add(long step, Map<String, Double> values) {
      history.add(Scalars.now(step, values));
    }
  }
}
