package facedepth.networks.checkpoint;

/**
 * A block of numbers that lies outside the pickle.
 *
 * @param type of its numbers
 * @param key its name in the container
 * @param count how many numbers
 */
record StorageReference(ElementType type, String key, long count) {}
