package facedepth.notebook;

import java.nio.file.Path;

/**
 * What came of a training run.
 *
 * @param model the exported network, an ONNX file
 * @param steps that are done, those of earlier runs in the folder too
 * @param stopped whether somebody stopped it before its last step; it can be resumed
 * @param seconds it took
 */
public record TrainingOutcome(Path model, long steps, boolean stopped, double seconds) {}
