package facedepth.app.wrong.networks;

import facedepth.app.wrong.inference.Reconstructor;

/** Wrong on purpose: networks stands beside inference and must not know it. */
public final class KnowsInference {
  Reconstructor reconstructor = new Reconstructor();
}
