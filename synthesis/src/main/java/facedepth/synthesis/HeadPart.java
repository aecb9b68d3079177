package facedepth.synthesis;

/** What a triangle of a head belongs to; decides how it is painted and whether it is face. */
public enum HeadPart {
  /** Face, ears, front of the neck and of the scalp. */
  SKIN,
  /** Back of the head, back of the neck, shoulders. */
  BACK,
  /** The inside of the mouth behind the lips, and the sockets behind the eyes. */
  MOUTH,
  /** Gums and tongue. */
  GUMS,
  /** Teeth. */
  TEETH,
  /** Eyeballs. */
  EYE,
  /** Eyelashes: painted over the face, never part of its depth. */
  LASHES
}
