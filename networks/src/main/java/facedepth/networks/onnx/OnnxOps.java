package facedepth.networks.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import facedepth.networks.BatchNorm2d;
import facedepth.networks.Conv2d;
import facedepth.networks.Ops;
import facedepth.networks.Parameter;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The reading that writes a network down as ONNX nodes of operator set 18. A value is the name of a
 * node's output. Heights and widths stay open: what depends on them is taken from shapes in the
 * graph.
 */
final class OnnxOps implements Ops<String> {
  private static final AttributeProto[] BILINEAR = {
    Attributes.of("mode", "linear"), Attributes.of("coordinate_transformation_mode", "half_pixel"),
  };

  private final OnnxGraph graph;
  private final StateDict weights;

  OnnxOps(OnnxGraph graph, StateDict weights) {
    this.graph = graph;
    this.weights = weights;
  }

  @Override
  public String conv2d(Conv2d layer, String x) {
    List<String> inputs = new ArrayList<>(List.of(x, weight(layer.weight())));
    layer.bias().ifPresent(bias -> inputs.add(weight(bias)));
    long pad = layer.padding();
    return graph.node(
        layer.name(),
        "Conv",
        inputs,
        Attributes.of("kernel_shape", new long[] {layer.kernel(), layer.kernel()}),
        Attributes.of("strides", new long[] {layer.stride(), layer.stride()}),
        Attributes.of("pads", new long[] {pad, pad, pad, pad}));
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
  public String relu(String x) {
    return graph.node(x + ".relu", "Relu", List.of(x));
  }

  @Override
  public String sigmoid(String x) {
    return graph.node(x + ".sigmoid", "Sigmoid", List.of(x));
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
  public String upsample2x(String x) {
    String scales = graph.weight("scales_2x", StateTensor.of(new float[] {1, 1, 2, 2}, 4));
    return graph.node(x + ".upsampled", "Resize", List.of(x, "", scales), BILINEAR);
  }

  @Override
  public String resizeTo(String x, String like) {
    return graph.node(
        x + ".resized",
        "Resize",
        List.of(x, "", "", size(like)),
        BILINEAR[0],
        BILINEAR[1],
        Attributes.of("axes", new long[] {2, 3}));
  }

  @Override
  public String cropTo(String x, String like) {
    return graph.node(
        x + ".cropped",
        "Slice",
        List.of(x, graph.indices("origin", 0, 0), size(like), graph.indices("hw_axes", 2, 3)));
  }

  @Override
  public String concat(String first, String second) {
    return graph.node(
        first + ".joined", "Concat", List.of(first, second), Attributes.of("axis", 1));
  }

  @Override
  public String pixelShuffle(String x, int factor) {
    return graph.node(
        x + ".spread",
        "DepthToSpace",
        List.of(x),
        Attributes.of("blocksize", factor),
        Attributes.of("mode", "CRD"));
  }

  @Override
  public String add(String a, String b) {
    return graph.node(a + ".sum", "Add", List.of(a, b));
  }

  @Override
  public String multiplyByMask(String mask, String x) {
    return graph.node(x + ".masked", "Mul", List.of(x, mask));
  }

  /** The height and width of an image, as a value. */
  private String size(String x) {
    return graph.node(x + ".size", "Shape", List.of(x), Attributes.of("start", 2));
  }

  private String weight(Parameter parameter) {
    return graph.weight(parameter.name(), weights.get(parameter.name()));
  }
}
