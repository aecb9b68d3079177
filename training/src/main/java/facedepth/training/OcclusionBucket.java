package facedepth.training;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What stands before a face, by the renderer's parameters; of several things the first of: a hand,
 * a face mask, another thing, glasses, hair over the brow or a hat.
 */
final class OcclusionBucket {
  private static final Bucket NOTHING = new Bucket(0, "nothing");
  private static final Bucket HAIR = new Bucket(1, "fringe or hat");
  private static final Bucket GLASSES = new Bucket(2, "glasses");
  private static final Bucket THING = new Bucket(3, "phone, cup or the like");
  private static final Bucket FACE_MASK = new Bucket(4, "face mask");
  private static final Bucket HAND = new Bucket(5, "hand");

  private OcclusionBucket() {}

  static Bucket of(JsonNode parameters) {
    if (!parameters.has("obstacle")) {
      return Bucket.UNKNOWN;
    }
    String obstacle = parameters.path("obstacle").path("kind").asText();
    if (obstacle.startsWith("HAND")) {
      return HAND;
    }
    if (obstacle.equals("FACE_MASK")) {
      return FACE_MASK;
    }
    if (!obstacle.isEmpty()) {
      return THING;
    }
    JsonNode outfit = parameters.path("outfit");
    if (outfit.hasNonNull("glasses")) {
      return GLASSES;
    }
    String fringe = parameters.at("/hairstyle/fringe").asText("NONE");
    return outfit.hasNonNull("headwear") || !fringe.equals("NONE") ? HAIR : NOTHING;
  }
}
