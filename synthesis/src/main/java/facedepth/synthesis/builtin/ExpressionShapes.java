package facedepth.synthesis.builtin;

import static facedepth.synthesis.builtin.Patch.at;

import java.util.Map;
import java.util.TreeMap;

/** The expression shapes, by ARKit's names; {@code _L} is the head's own left, positive x. */
final class ExpressionShapes {
  private static final double CORNER_X = LipShape.NEUTRAL.half();
  private static final double CORNER_Y = LipShape.CORNER;

  private final Moves moves;
  private final Map<String, float[]> shapes = new TreeMap<>();

  private ExpressionShapes(Moves moves) {
    this.moves = moves;
  }

  static Map<String, float[]> of(Moves moves) {
    ExpressionShapes all = new ExpressionShapes(moves);
    all.brows();
    all.lids();
    all.gaze();
    all.cheeksAndNose();
    all.jaw();
    all.mouthCorners();
    all.lips();
    return all.shapes;
  }

  private void brows() {
    pair(
        "browDown",
        at(3.0, 5.5, 9.8, 3.6, 1.9, 4).push(-0.2, -0.4, 0.05),
        at(1.2, 5.2, 10.5, 2.2, 2.0, 3).push(-0.25, -0.35, 0.12));
    pair("browInnerUp", at(1.4, 5.8, 10.5, 2.7, 2.9, 4).push(0.05, 0.65, -0.03));
    pair("browOuterUp", at(4.3, 6.0, 9, 3.2, 2.9, 4).push(0, 0.65, -0.1));
  }

  private void lids() {
    EyeShape open = EyeShape.NEUTRAL;
    EyeShape shut = open.opened(-0.42, -0.34).creased(0.02);
    eyes("eyeBlink", shut);
    eyes("eyeWide", open.opened(open.upper() + 0.2, open.lower() - 0.05));
    eyes("eyeSquint", open.opened(open.upper() - 0.2, open.lower() + 0.2));
  }

  private void gaze() {
    EyeShape open = EyeShape.NEUTRAL;
    float[] up = look(0, 22);
    moves.addEyes(up, open.opened(open.upper() + 0.13, open.lower() + 0.05), 1, 0);
    both("eyeLookUp", up);
    float[] down = look(0, -24);
    moves.addEyes(down, open.opened(open.upper() - 0.36, open.lower() - 0.08), 1, 0);
    both("eyeLookDown", down);
    both("eyeLookOut", look(28, 0));
    both("eyeLookIn", look(-28, 0));
  }

  private float[] look(double right, double up) {
    float[] shape = moves.still();
    Gaze.turn(moves.mesh(), right, up, shape);
    return shape;
  }

  private void cheeksAndNose() {
    pair("cheekPuff", at(4.2, -2.8, 8, 3.6, 3.8, 5.5).push(0.65, 0, 0.6));
    pair("cheekSquint", at(3.7, 0.7, 9, 3.0, 2.4, 4).push(0.05, 0.45, 0.2));
    pair(
        "noseSneer",
        at(1.3, -0.3, 11.2, 1.9, 2.2, 3).push(0.1, 0.5, 0),
        at(1.5, 2.2, 10.2, 1.6, 1.8, 2.5).push(-0.08, 0.12, 0.12),
        at(1.3, -2.6, 11.2, 1.9, 1.7, 3).push(0, 0.3, 0).on(Patch.Hold.UPPER));
  }

  private void jaw() {
    float[] open = moves.still();
    Jaw.add(moves, 17, 0, 0, 0.8, open);
    plus(open, at(CORNER_X, -3.8, 10.2, 2.6, 2.6, 3.5).push(-0.3, 0, 0));
    shapes.put("jawOpen", open);
    slide("jawForward", 0, 0.7);
    slide("jawLeft", 0.8, 0);
    slide("jawRight", -0.8, 0);
    shapes.put(
        "mouthClose",
        moves.muscle(
            at(0, -3.9, 11, 4.2, 2.0, 4).push(0, 1.7, 0.5).on(Patch.Hold.LOWER),
            at(0, -2.9, 11, 4.2, 2.0, 4).push(0, -0.35, 0).on(Patch.Hold.UPPER)));
  }

  private void slide(String name, double x, double z) {
    float[] shape = moves.still();
    Jaw.add(moves, 0, x, 0, z, shape);
    shapes.put(name, shape);
  }

  private void mouthCorners() {
    pair(
        "mouthSmile",
        corner(2.6, 2.4, 3.6).push(0.62, 0.75, -0.5),
        at(3.9, -0.4, 9, 3.0, 2.6, 4).push(0.15, 0.3, 0.25),
        at(0.8, -3.3, 11.2, 1.9, 1.7, 2.6).push(0.1, 0.04, -0.16));
    pair("mouthFrown", corner(2.2, 2.2, 3.4).push(0.05, -0.6, -0.12));
    pair("mouthDimple", corner(2.2, 2.0, 3.2).push(0.35, 0.06, -0.4));
    pair(
        "mouthStretch",
        corner(2.6, 2.6, 3.6).push(0.7, -0.2, -0.42),
        at(3.4, -5.5, 8.6, 3, 2.6, 4).push(0.15, -0.2, 0));
    Patch aside = at(0, CORNER_Y, 10.5, 5.4, 3.6, 5).push(0.95, 0, 0);
    shapes.put("mouthLeft", moves.muscle(aside));
    shapes.put("mouthRight", moves.muscle(aside.push(-0.95, 0, 0)));
  }

  private static Patch corner(double rx, double ry, double rz) {
    return at(CORNER_X, CORNER_Y, 10.2, rx, ry, rz);
  }

  private void lips() {
    pair("mouthUpperUp", at(1.1, -2.9, 11, 2.3, 2.3, 4).push(0.05, 0.55, 0).on(Patch.Hold.UPPER));
    pair("mouthLowerDown", at(1.1, -4.1, 11, 2.3, 2.2, 4).push(0.1, -0.65, 0).on(Patch.Hold.LOWER));
    LipShape lips = LipShape.NEUTRAL;
    float[] press = moves.still();
    moves.addLips(press, lips.above(0.72, 0.2).below(0.75, 0.22).bowed(0.12), 1, 0);
    both("mouthPress", press);
    shapes.put("mouthRollUpper", reshaped(lips.above(0.6, 0.06).bowed(0.08)));
    shapes.put("mouthRollLower", reshaped(lips.below(0.6, 0.06)));
    LipShape round = lips.above(1.1, 0.5).below(1.15, 0.55).bowed(0.14);
    float[] pucker = reshaped(round.wide(1.75));
    plus(pucker, at(0, CORNER_Y, 10.8, 4.2, 3.4, 5).push(0, 0, 0.55).stretch(-0.12, 0, 0));
    shapes.put("mouthPucker", pucker);
    float[] funnel = reshaped(round.wide(1.9));
    plus(
        funnel,
        at(0, CORNER_Y, 10.8, 4, 3.2, 5).push(0, 0, 0.35),
        at(0, -2.9, 11.2, 2.4, 2.2, 3.5).push(0, 0.4, 0.3).on(Patch.Hold.UPPER),
        at(0, -4.1, 11.2, 2.4, 2.2, 3.5).push(0, -0.5, 0.25).on(Patch.Hold.LOWER));
    shapes.put("mouthFunnel", funnel);
    shapes.put("mouthShrugUpper", moves.muscle(at(0, -2.9, 11.2, 3.4, 2, 3.5).push(0, 0.3, 0.18)));
    shapes.put(
        "mouthShrugLower",
        moves.muscle(
            at(0, -3.9, 11.2, 3.6, 2.2, 3.5).push(0, 0.25, 0.12),
            at(0, -6.3, 11, 2.8, 1.9, 3).push(0, 0.35, 0.05)));
  }

  private float[] reshaped(LipShape to) {
    float[] shape = moves.still();
    moves.addLips(shape, to, 1, 1);
    return shape;
  }

  private void eyes(String name, EyeShape to) {
    float[] shape = moves.still();
    moves.addEyes(shape, to, 1, 0);
    both(name, shape);
  }

  private void pair(String name, Patch... patches) {
    Patch[] left = patches.clone();
    for (int i = 0; i < patches.length; i++) {
      left[i] = patches[i].sides(1, 0);
    }
    both(name, moves.muscle(left));
  }

  /** Keeps a shape of the left side, and its mirror image. */
  private void both(String name, float[] left) {
    shapes.put(name + "_L", left);
    shapes.put(name + "_R", moves.mirrored(left));
  }

  private void plus(float[] shape, Patch... patches) {
    float[] more = moves.muscle(patches);
    for (int i = 0; i < shape.length; i++) {
      shape[i] += more[i];
    }
  }
}
