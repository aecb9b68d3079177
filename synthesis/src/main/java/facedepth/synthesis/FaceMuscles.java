package facedepth.synthesis;

import java.util.Map;
import java.util.TreeMap;

/**
 * Gathers pulls on a head's expression shapes; pairs are pulled a little lopsided, as faces are.
 */
final class FaceMuscles {
  private final Dice dice;
  private final Map<String, Float> strengths = new TreeMap<>();
  private final float lopsided;

  FaceMuscles(Dice dice) {
    this.dice = dice;
    lopsided = dice.normal(0, 0.1f);
  }

  /** A share to pull by. */
  float share(float from, float to) {
    return dice.uniform(from, to);
  }

  boolean chance(double probability) {
    return dice.chance(probability);
  }

  int below(int bound) {
    return dice.below(bound);
  }

  /** Pulls a shape that has no sides. */
  void one(String name, float strength) {
    add(name, strength);
  }

  /** Pulls both sides of a shape. */
  void pair(String name, float strength) {
    float tilt = lopsided + dice.normal(0, 0.08f);
    add(name + "_L", strength * (1 + tilt));
    add(name + "_R", strength * (1 - tilt));
  }

  /** Pulls one side of a shape. */
  void side(String name, boolean left, float strength) {
    add(name + (left ? "_L" : "_R"), strength);
  }

  float strength(String name) {
    return strengths.getOrDefault(name, 0f);
  }

  /** Sets a strength whatever it was. */
  void hold(String name, float strength) {
    strengths.put(name, FaceAtlas.clamp(strength));
  }

  private void add(String name, float strength) {
    float sum = FaceAtlas.clamp(strength(name) + strength);
    if (sum > 0.005f) {
      strengths.put(name, sum);
    }
  }

  /** What has been pulled, each 0 to 1. */
  Map<String, Float> strengths() {
    return strengths;
  }
}
