package facedepth.synthesis;

import java.util.List;

/** Names of ARKit's expression shapes, as ICT's FaceKit spells them. */
public final class ArkitShapes {
  /** Those that come twice, with {@code _L} and {@code _R} after them. */
  public static final List<String> PAIRS =
      List.of(
          "browDown",
          "browInnerUp",
          "browOuterUp",
          "cheekPuff",
          "cheekSquint",
          "eyeBlink",
          "eyeLookDown",
          "eyeLookIn",
          "eyeLookOut",
          "eyeLookUp",
          "eyeSquint",
          "eyeWide",
          "mouthDimple",
          "mouthFrown",
          "mouthLowerDown",
          "mouthPress",
          "mouthSmile",
          "mouthStretch",
          "mouthUpperUp",
          "noseSneer");

  /** Those that come once. */
  public static final List<String> SINGLES =
      List.of(
          "jawForward",
          "jawLeft",
          "jawOpen",
          "jawRight",
          "mouthClose",
          "mouthFunnel",
          "mouthLeft",
          "mouthPucker",
          "mouthRight",
          "mouthRollLower",
          "mouthRollUpper",
          "mouthShrugLower",
          "mouthShrugUpper");

  private ArkitShapes() {}
}
