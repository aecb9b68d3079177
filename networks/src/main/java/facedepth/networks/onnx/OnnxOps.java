package facedepth.networks.onnx;

import facedepth.networks.BatchNorm2d;
import facedepth.networks.Conv2d;
import facedepth.networks.ConvTranspose2d;
import facedepth.networks.GroupNorm;
import facedepth.networks.Ops;
import facedepth.networks.Parameter;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import facedepth.networks.TokenOps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The reading that writes a network down as ONNX nodes of operator set 18. A value is the name of a
 * node's output. Heights and widths stay open: what depends on them is taken from shapes in the
 * graph.
 */
final class OnnxOps implements Ops<String> {
  /** What ONNX calls the two kinds of bilinear resizing. */
  private static final String CENTRES = "half_pixel";

  private static final String CORNERS = "align_corners";

  private final OnnxGraph graph;
  private final StateDict weights;
  private final TokenOps<String> tokens;

  OnnxOps(OnnxGraph graph, StateDict weights) {
    this.graph = graph;
    this.weights = weights;
    this.tokens = new OnnxTokenOps(graph, weights);
  }

  @Override
  public TokenOps<String> tokens() {
    return tokens;
  }

  @Override
  public String conv2d(Conv2d layer, String x) {
    List<String> inputs = new ArrayList<>(List.of(x, kernel(layer)));
    layer.bias().ifPresent(bias -> inputs.add(weight(bias)));
    long before = layer.paddingBefore();
    long after = layer.paddingAfter();
    return graph.node(
        layer.name(),
        "Conv",
        inputs,
        Attributes.of("kernel_shape", new long[] {layer.kernel(), layer.kernel()}),
        Attributes.of("strides", new long[] {layer.stride(), layer.stride()}),
        Attributes.of("pads", new long[] {before, before, after, after}));
  }

  private String kernel(Conv2d layer) {
    Parameter parameter = layer.weight();
    if (!layer.isStandardised()) {
      return weight(parameter);
    }
    return graph.weight(
        parameter.name(), Standardisation.of(weights.get(parameter.name()), layer.outChannels()));
  }

  @Override
  public String convTranspose2d(ConvTranspose2d layer, String x) {
    long factor = layer.factor();
    return graph.node(
        layer.name(),
        "ConvTranspose",
        List.of(x, weight(layer.weight()), weight(layer.bias())),
        Attributes.of("kernel_shape", new long[] {factor, factor}),
        Attributes.of("strides", new long[] {factor, factor}));
  }

  @Override
  public String batchNorm2d(BatchNorm2d layer, String x) {
    return graph.node(
        layer.name(),
        "BatchNormalization",
        List.of(
            x,
            weight(layer.weight()),
            weight(layer.bias()),
            weight(layer.runningMean()),
            weight(layer.runningVariance())),
        Attributes.of("epsilon", (float) BatchNorm2d.EPSILON));
  }

  @Override
  public String groupNorm(GroupNorm layer, String x) {
    // Operator set 18's own GroupNormalization scales by group, not by channel. An instance
    // normalisation of groups laid out as rows is the same, its own scale and bias being 1 and 0.
    int groups = layer.groups();
    float[] ones = new float[groups];
    Arrays.fill(ones, 1);
    String rows =
        graph.node(
            layer.name() + ".groups",
            "Reshape",
            List.of(x, graph.indices("groups_" + groups, 0, groups, -1)));
    String normalised =
        graph.node(
            layer.name() + ".rows",
            "InstanceNormalization",
            List.of(
                rows,
                graph.weight("ones_" + groups, StateTensor.of(ones, groups)),
                graph.weight("zeros_" + groups, StateTensor.of(new float[groups], groups))),
            Attributes.of("epsilon", (float) GroupNorm.EPSILON));
    String shape = graph.node(x + ".shape", "Shape", List.of(x));
    String image = graph.node(layer.name() + ".image", "Reshape", List.of(normalised, shape));
    String scaled =
        graph.node(layer.name() + ".scaled", "Mul", List.of(image, eachChannel(layer.weight())));
    return graph.node(layer.name(), "Add", List.of(scaled, eachChannel(layer.bias())));
  }

  /** A vector of channels, to be combined with an image. */
  private String eachChannel(Parameter parameter) {
    StateTensor vector = weights.get(parameter.name());
    return graph.weight(
        parameter.name(), vector.derived(UnaryOperator.identity(), vector.count(), 1, 1));
  }

  @Override
  public String relu(String x) {
    return graph.node(x + ".relu", "Relu", List.of(x));
  }

  @Override
  public String sigmoid(String x) {
    return graph.node(x + ".sigmoid", "Sigmoid", List.of(x));
  }

  @Override
  public String average(String x) {
    return graph.node(x + ".average", "GlobalAveragePool", List.of(x));
  }

  @Override
  public String maxPool2x2(String x) {
    return graph.node(
        x + ".pool",
        "MaxPool",
        List.of(x),
        Attributes.of("kernel_shape", new long[] {2, 2}),
        Attributes.of("strides", new long[] {2, 2}),
        Attributes.of("ceil_mode", 1));
  }

  @Override
  public String maxPool3x3(String x) {
    return graph.node(
        x + ".pool",
        "MaxPool",
        List.of(x),
        Attributes.of("kernel_shape", new long[] {3, 3}),
        Attributes.of("strides", new long[] {2, 2}),
        Attributes.of("pads", new long[] {0, 0, 1, 1}));
  }

  @Override
  public String upsample2x(String x) {
    return twofold(x, CENTRES);
  }

  @Override
  public String resizeTo(String x, String like) {
    return resized(x, like, CENTRES);
  }

  @Override
  public String stretch2x(String x) {
    return twofold(x, CORNERS);
  }

  @Override
  public String stretchTo(String x, String like) {
    return resized(x, like, CORNERS);
  }

  private String twofold(String x, String coordinates) {
    String scales = graph.weight("scales_2x", StateTensor.of(new float[] {1, 1, 2, 2}, 4));
    return graph.node(
        x + ".upsampled",
        "Resize",
        List.of(x, "", scales),
        Attributes.of("mode", "linear"),
        Attributes.of("coordinate_transformation_mode", coordinates));
  }

  private String resized(String x, String like, String coordinates) {
    return graph.node(
        x + ".resized",
        "Resize",
        List.of(x, "", "", graph.size(like)),
        Attributes.of("mode", "linear"),
        Attributes.of("coordinate_transformation_mode", coordinates),
        Attributes.of("axes", new long[] {2, 3}));
  }

  @Override
  public String cropTo(String x, String like) {
    return graph.node(
        x + ".cropped",
        "Slice",
        List.of(
            x, graph.indices("origin", 0, 0), graph.size(like), graph.indices("hw_axes", 2, 3)));
  }

  @Override
  public String concat(String first, String second) {
    return graph.node(
        first + ".joined", "Concat", List.of(first, second), Attributes.of("axis", 1));
  }

  @Override
  public String add(String a, String b) {
    return graph.node(a + ".sum", "Add", List.of(a, b));
  }

  @Override
  public String multiplyByMask(String mask, String x) {
    return graph.node(x + ".masked", "Mul", List.of(x, mask));
  }

  private String weight(Parameter parameter) {
    return graph.weight(parameter.name(), weights.get(parameter.name()));
  }
}
