package facedepth.inference;

/**
 * How the answer of a network without a unit became depth in crop widths, see {@link
 * ReliefFitting}.
 *
 * @param answers what the network's numbers mean
 * @param rule what was done, in words
 * @param guide name of the face model that gave the face's mask and its relief
 * @param scale what the network's numbers were multiplied by; of {@link DepthMeaning#INVERSE} to
 *     get one over crop widths, of others to get crop widths
 * @param shift what was added then
 * @param agreement correlation of the depth with the guide's inside the face, -1 to 1: far below 1
 *     where the network saw no such face
 */
public record Relief(
    DepthMeaning answers,
    String rule,
    String guide,
    double scale,
    double shift,
    double agreement) {}
