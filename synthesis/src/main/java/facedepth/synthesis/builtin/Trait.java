package facedepth.synthesis.builtin;

/** What a vertex is made of; decides which of the moving fields take hold of it. */
enum Trait {
  /** Skin and everything that simply goes along with it. */
  SKIN,
  /** Upper lip from its red edge inward, and the roof of the mouth's lining. */
  UPPER_LIP,
  /** Lower lip from its red edge inward, and the floor of the mouth's lining. */
  LOWER_LIP,
  /** Rims of the lids and what hangs on them. */
  LID,
  /** Upper teeth and gums: part of the skull. */
  UPPER_TEETH,
  /** Lower teeth, gums and tongue: part of the jaw. */
  LOWER_TEETH,
  /** Eyeballs. */
  EYEBALL,
  /** The lining behind the eyeballs. */
  SOCKET,
  /** Ears. */
  EAR
}
