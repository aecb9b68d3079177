package facedepth.synthesis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a face is held: strengths of a head's expression shapes by name, drawn as people hold their
 * faces: mostly neutral, smiling or talking, a little lopsided, never a uniform mixture.
 */
record Expression(Map<String, Float> strengths) {

  static Expression draw(Dice dice) {
    Expression expression = new Expression(new TreeMap<>());
    int kind = dice.below(100);
    if (kind < 30) {
      expression.both(dice, "mouthPress", dice.uniform(0, 0.3f));
    } else if (kind < 60) {
      expression.smile(dice);
    } else if (kind < 75) {
      expression.talk(dice);
    } else if (kind < 83) {
      expression.frown(dice);
    } else if (kind < 90) {
      expression.surprise(dice);
    } else {
      expression.grimace(dice);
    }
    expression.eyes(dice);
    return expression;
  }

  /** Strength of the shape with this name, 0 if it is not used. */
  float strength(String name) {
    return strengths.getOrDefault(name, 0f);
  }

  /** Whether the lips are apart, so that the inside of the mouth may show. */
  boolean isMouthOpen() {
    return strength("jawOpen") > 0.03f
        || strength("mouthUpperUp_L") > 0.1f
        || strength("mouthLowerDown_L") > 0.1f
        || strength("mouthSmile_L") > 0.4f
        || strength("mouthFunnel") > 0.1f;
  }

  private void set(String name, float strength) {
    strengths.merge(name, Math.max(0, Math.min(1, strength)), Float::sum);
  }

  private void both(Dice dice, String name, float strength) {
    float tilt = dice.normal(0, 0.12f);
    set(name + "_L", strength * (1 + tilt));
    set(name + "_R", strength * (1 - tilt));
  }

  private void smile(Dice dice) {
    float strength = dice.uniform(0.15f, 1);
    both(dice, "mouthSmile", strength);
    both(dice, "cheekSquint", strength * dice.uniform(0.2f, 0.8f));
    both(dice, "eyeSquint", strength * dice.uniform(0, 0.5f));
    if (dice.chance(0.55)) {
      both(dice, "mouthUpperUp", strength * dice.uniform(0.1f, 0.5f));
      both(dice, "mouthLowerDown", strength * dice.uniform(0.1f, 0.4f));
      set("jawOpen", dice.uniform(0, 0.25f) * strength);
    }
    if (dice.chance(0.3)) {
      both(dice, "mouthDimple", dice.uniform(0, 0.5f));
    }
  }

  private void talk(Dice dice) {
    set("jawOpen", dice.uniform(0.03f, 0.45f));
    String form =
        List.of("mouthFunnel", "mouthPucker", "mouthRollLower", "mouthShrugUpper")
            .get(dice.below(4));
    set(form, dice.uniform(0.1f, 0.6f));
    both(dice, "mouthLowerDown", dice.uniform(0, 0.4f));
    both(dice, "browOuterUp", dice.uniform(0, 0.4f));
  }

  private void frown(Dice dice) {
    both(dice, "browDown", dice.uniform(0.3f, 1));
    both(dice, "mouthFrown", dice.uniform(0.1f, 0.8f));
    both(dice, "mouthPress", dice.uniform(0, 0.5f));
    both(dice, "eyeSquint", dice.uniform(0, 0.5f));
    both(dice, "noseSneer", dice.uniform(0, 0.4f));
  }

  private void surprise(Dice dice) {
    float strength = dice.uniform(0.3f, 1);
    both(dice, "browInnerUp", strength);
    both(dice, "browOuterUp", strength);
    both(dice, "eyeWide", strength * 0.8f);
    set("jawOpen", strength * dice.uniform(0, 0.7f));
  }

  private void grimace(Dice dice) {
    List<String> pairs =
        List.of(
            "mouthStretch", "noseSneer", "cheekPuff", "mouthDimple", "browInnerUp", "mouthFrown");
    both(dice, pairs.get(dice.below(pairs.size())), dice.uniform(0.2f, 0.9f));
    List<String> singles =
        List.of("jawLeft", "jawRight", "mouthLeft", "mouthRight", "jawForward", "mouthPucker");
    set(singles.get(dice.below(singles.size())), dice.uniform(0.1f, 0.7f));
  }

  private void eyes(Dice dice) {
    if (dice.chance(0.1)) {
      both(dice, "eyeBlink", dice.uniform(0.7f, 1));
    } else {
      both(dice, "eyeBlink", dice.uniform(0, 0.35f));
    }
    float side = dice.normal(0, 0.35f);
    set("eyeLookOut_L", side);
    set("eyeLookIn_R", side);
    set("eyeLookOut_R", -side);
    set("eyeLookIn_L", -side);
    float up = dice.normal(-0.05f, 0.25f);
    both(dice, "eyeLookUp", up);
    both(dice, "eyeLookDown", -up);
    both(dice, "browDown", dice.uniform(0, 0.25f));
    both(dice, "browInnerUp", dice.uniform(0, 0.25f));
  }
}
