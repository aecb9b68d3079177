package facedepth.synthesis.builtin;

import static facedepth.synthesis.builtin.Patch.at;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What people differ in, by name: displacements of one standard deviation, from the spread that
 * anthropometry reports for adults, rounded.
 */
final class IdentityModes {
  private final Moves moves;
  private final Map<String, float[]> modes = new LinkedHashMap<>();

  private IdentityModes(Moves moves) {
    this.moves = moves;
  }

  static Map<String, float[]> of(Moves moves) {
    IdentityModes all = new IdentityModes(moves);
    all.head();
    all.jaw();
    all.cheeks();
    all.forehead();
    all.eyes();
    all.nose();
    all.mouth();
    all.ears();
    all.lopsided();
    return all.modes;
  }

  private void head() {
    add("head width", at(0, 2, 0, 99, 99, 99).stretch(0.035, 0, 0));
    add("back of the head", at(0, 6, -8, 13, 13, 13).push(0, 0, -0.4));
    add("height of the face", at(0, -2, 4, 30, 30, 30).stretch(0, 0.035, 0));
    add("height of the vault", at(0, 14, 0, 14, 10, 14).push(0, 0.4, 0));
    add("neck width", at(0, -13, -2, 11, 7.5, 12).stretch(0.1, 0, 0.05));
  }

  private void jaw() {
    add("jaw width", at(5.2, -4.4, 4, 4.5, 5.5, 7).push(0.38, 0, 0));
    add("jaw angle", at(5.2, -4.2, 3, 4, 4, 5).push(0.1, -0.32, 0.05));
    add("chin length", at(0, -8, 9, 6.5, 5, 7).push(0, -0.36, 0));
    add("chin forward", at(0, -7, 9.5, 5.5, 4, 7).push(0, 0, 0.36));
    add("chin width", at(0, -7, 9, 5.5, 3.2, 6).stretch(0.16, 0, 0));
    add("under the chin", at(0, -9.2, 6, 6, 3, 5.5).push(0, -0.35, 0.1));
  }

  private void cheeks() {
    add("cheekbone width", at(5.6, 1.4, 6, 4, 3.4, 5).push(0.26, 0, 0.05));
    add("cheekbone forward", at(3.9, 0.7, 8, 3.3, 2.8, 5).push(0.04, 0, 0.24));
    add("cheek fullness", at(4.3, -2.6, 7, 3.6, 4, 5.5).push(0.34, -0.03, 0.24));
    add("middle of the face", at(0, 0.5, 9, 6.5, 4.5, 6).push(0, 0, 0.22));
    add("fold beside the mouth", at(2.75, -1.9, 10.4, 1.1, 2.4, 2.5).push(0, 0, -0.09));
  }

  private void forehead() {
    add("brow ridge", at(2.6, 5.3, 10, 3.8, 1.7, 4).push(0, 0, 0.2));
    add("between the brows", at(0, 5.2, 10.8, 2.1, 1.8, 3).push(0, 0, 0.15));
    add("brow height", at(3.2, 5.4, 9.8, 3.8, 1.6, 4).push(0, 0.15, 0));
    add("slope of the forehead", at(0, 9.8, 8, 9, 5.5, 8).push(0, 0, 0.4));
    add("forehead width", at(5.6, 8, 5, 5, 5.5, 7).push(0.25, 0, 0));
    add("temples", at(6.3, 5, 4.5, 3.6, 3.6, 4.5).push(0.2, 0, 0));
  }

  private void eyes() {
    add("eye spacing", at(EyeSeat.X, EyeSeat.Y, 9, 2.9, 3.0, 5).push(0.2, 0, 0));
    add("eye height", at(EyeSeat.X, EyeSeat.Y, 9, 3.2, 3.2, 5).push(0, 0.2, 0));
    add("eye depth", at(EyeSeat.X, EyeSeat.Y, 8.5, 3.4, 2.8, 5).push(0, 0, -0.22));
    EyeShape open = EyeShape.NEUTRAL;
    cut("eye length", open.wide(open.half() + 0.08));
    cut("eye opening", open.opened(open.upper() + 0.06, open.lower() - 0.04));
    cut("eye tilt", open.tilted(open.tilt() + 0.1));
    cut("fold of the lid", open.creased(open.crease() - 0.06));
    add("hooded eyes", at(3.4, 4.75, 9.6, 2.4, 0.9, 2.5).push(0, -0.15, 0.14));
    add("bags under the eyes", at(3.1, 2.0, 9.5, 1.9, 0.75, 2.5).push(0, 0, 0.1));
  }

  private void nose() {
    add("nose length", at(0, -0.6, 12, 3.2, 3.6, 4.5).push(0, -0.26, 0));
    add("nose forward", at(0, 0, 12.4, 2.8, 3.2, 3.6).push(0, 0, 0.32));
    add("nose wings", at(1.3, -0.5, 11.3, 1.5, 1.5, 2.2).push(0.18, 0, 0));
    add("bridge width", at(0, 2, 11, 2.3, 3.2, 3.2).stretch(0.2, 0, 0));
    add("bridge height", at(0, 3.3, 10.8, 1.7, 2.4, 3).push(0, 0, 0.24));
    add("hump of the nose", at(0, 1.9, 11.9, 1.1, 1.5, 2.4).push(0, 0, 0.17));
    add("tip turned up", at(0, 0, 12.7, 1.8, 1.4, 1.9).push(0, 0.22, 0));
    add("bulb of the tip", at(0, 0.1, 12.4, 1.8, 1.5, 1.9).stretch(0.16, 0.16, 0.12));
    add("height of the nostrils", at(1.1, -0.8, 11.2, 1.2, 1.0, 1.8).push(0, -0.14, 0));
  }

  private void mouth() {
    LipShape lips = LipShape.NEUTRAL;
    add("philtrum length", at(0, -3.6, 11, 5, 3, 5).push(0, -0.18, 0));
    add("mouth forward", at(0, -3.3, 10.6, 4.2, 2.9, 4).push(0, 0, 0.22));
    add("lower lip forward", at(0, -4.2, 11, 3.2, 1.6, 3).push(0, 0, 0.14).on(Patch.Hold.LOWER));
    cut("mouth width", lips.wide(lips.half() + 0.18));
    cut("upper lip", lips.above(lips.upper() + 0.13, lips.upperFull() + 0.05));
    cut("lower lip", lips.below(lips.lower() + 0.13, lips.lowerFull() + 0.06));
    cut("bow of the lips", lips.bowed(lips.bow() + 0.08));
    add("corners of the mouth", at(2.4, -3.47, 10.2, 1.6, 1.3, 2.4).push(0, 0.1, 0));
  }

  private void ears() {
    Patch ear = at(7.4, 1, 0.6, 12, 12, 12).on(Patch.Hold.EARS);
    add("ear size", ear.stretch(0.06, 0.08, 0.06));
    add("ears standing off", at(8.6, 1, -1.5, 4, 9, 3.6).on(Patch.Hold.EARS).push(0.32, 0, 0.1));
    add("ear height", ear.push(0, 0.2, 0));
  }

  private void lopsided() {
    add("nose aside", at(0, 0, 12, 2.6, 3.8, 4.5).push(0.12, 0, 0));
    add("jaw aside", at(0, -7, 8, 9, 5.5, 9).push(0.2, 0, 0));
    add("one eye higher", at(EyeSeat.X, EyeSeat.Y, 9, 3.2, 3.2, 5).push(0, 0.07, 0).sides(1, -1));
    add("one brow higher", at(3.2, 5.6, 9.8, 3.8, 2, 4).push(0, 0.1, 0).sides(1, -1));
    add("one corner higher", at(2.4, -3.47, 10.2, 2, 1.8, 2.8).push(0, 0.09, 0).sides(1, -1));
    add("one cheek fuller", at(4.2, -2, 7, 4, 5, 6).push(0.12, 0, 0.08).sides(1, -1));
  }

  private void add(String name, Patch patch) {
    modes.put(name, moves.person(patch));
  }

  private void cut(String name, EyeShape eye) {
    float[] shape = moves.still();
    moves.addEyes(shape, eye, 1, 1);
    modes.put(name, shape);
  }

  private void cut(String name, LipShape lips) {
    float[] shape = moves.still();
    moves.addLips(shape, lips, 1, 1);
    modes.put(name, shape);
  }
}
