package facedepth.inference;

/**
 * What a list of models says about one.
 *
 * @param source where it is, and its name
 * @param isDefault whether it is used when none is named
 * @param kind what it answers; null if it cannot be loaded
 * @param bytes length of its file
 * @param sha256 of its file, hexadecimal
 * @param description one line: its file's own, or what is wrong with it
 */
public record ModelDescription(
    ModelSource source,
    boolean isDefault,
    ModelKind kind,
    long bytes,
    String sha256,
    String description) {}
