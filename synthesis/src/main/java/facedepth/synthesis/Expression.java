package facedepth.synthesis;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a face is held: strengths of a head's expression shapes by name, 0 to 1.
 *
 * @param mood the pattern that it was drawn from
 * @param strengths of the shapes that are used; the others are at rest
 */
record Expression(Mood mood, Map<String, Float> strengths) {

  /** Checks that every strength is a share. */
  Expression {
    for (Map.Entry<String, Float> shape : strengths.entrySet()) {
      if (!(shape.getValue() >= 0 && shape.getValue() <= 1)) {
        throw new IllegalArgumentException(
            "strength " + shape.getValue() + " of " + shape.getKey() + " is not from 0 to 1");
      }
    }
    // Sorted: files list them, and sums over them must not depend on the process.
    strengths = Collections.unmodifiableMap(new TreeMap<>(strengths));
  }

  static Expression draw(Dice dice) {
    Mood mood = Mood.draw(dice);
    FaceMuscles muscles = new FaceMuscles(dice);
    mood.pull(muscles);
    Gaze.draw(dice, mood).pull(muscles);
    return new Expression(mood, muscles.strengths());
  }

  /** Strength of the shape with this name, 0 if it is not used. */
  float strength(String name) {
    return strengths.getOrDefault(name, 0f);
  }

  /** Whether the lips are apart, so that the inside of the mouth may show. */
  boolean isMouthOpen() {
    return strength("jawOpen") > 0.03f
        || strength("mouthUpperUp_L") > 0.1f
        || strength("mouthUpperUp_R") > 0.1f
        || strength("mouthLowerDown_L") > 0.1f
        || strength("mouthLowerDown_R") > 0.1f
        || strength("mouthSmile_L") > 0.4f
        || strength("mouthStretch_L") > 0.3f
        || strength("mouthShrugUpper") > 0.1f
        || strength("mouthFunnel") > 0.1f;
  }
}
