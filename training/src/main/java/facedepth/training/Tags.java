package facedepth.training;

/** Names of curves, the same in {@code history.jsonl}, in TensorBoard and in the report. */
final class Tags {
  /** Before the name of a part of the training loss. */
  static final String TRAIN = "train/";

  static final String RATE = "rate";
  static final String GRADIENT_NORM = "gradient_norm";
  static final String IMAGES_PER_SECOND = "throughput/images_per_second";

  /** Images a second that the network would take if it never waited. */
  static final String NETWORK_SPEED = "throughput/network";

  /** Images a second that can be rendered or read. */
  static final String MAKERS_SPEED = "throughput/pictures";

  /** Share of the time that the network waits for pictures, 0 to 1. */
  static final String WAITING = "throughput/waiting";

  static final String L1 = "validation/l1";
  static final String ABSOLUTE_ERROR = "validation/abs_error";
  static final String RMSE = "validation/rmse";
  static final String NORMAL_DEGREES = "validation/normal_degrees";
  static final String STRETCH = "validation/stretch";
  static final String MASK_OVERLAP = "validation/mask_overlap";

  private Tags() {}
}
