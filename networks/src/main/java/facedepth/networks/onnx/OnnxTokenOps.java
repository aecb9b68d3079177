package facedepth.networks.onnx;

import facedepth.networks.Heads;
import facedepth.networks.LayerNorm;
import facedepth.networks.Linear;
import facedepth.networks.Parameter;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import facedepth.networks.TokenEmbedding;
import facedepth.networks.TokenOps;
import java.util.Arrays;
import java.util.List;

/**
 * The part of {@link OnnxOps} that writes down tokens. In the shapes of {@code Reshape}, 0 keeps a
 * size and -1 is what remains.
 */
final class OnnxTokenOps implements TokenOps<String> {
  private final OnnxGraph graph;
  private final StateDict weights;

  OnnxTokenOps(OnnxGraph graph, StateDict weights) {
    this.graph = graph;
    this.weights = weights;
  }

  @Override
  public String embed(TokenEmbedding layer, String image) {
    String pixels = pixels(layer.name() + ".pixels", image);
    String batch =
        graph.node(
            image + ".batch",
            "Shape",
            List.of(image),
            Attributes.of("start", 0),
            Attributes.of("end", 1));
    String shape =
        graph.node(
            layer.name() + ".class_shape",
            "Concat",
            List.of(batch, graph.indices("class_sizes", 1, layer.channels())),
            Attributes.of("axis", 0));
    String first =
        graph.node(
            layer.name() + ".class_tokens", "Expand", List.of(weight(layer.classToken()), shape));
    String tokens =
        graph.node(
            layer.name() + ".tokens", "Concat", List.of(first, pixels), Attributes.of("axis", 1));
    return graph.node(layer.name(), "Add", List.of(tokens, positions(layer, image)));
  }

  /** The learnt positions, resized to the image. */
  private String positions(TokenEmbedding layer, String image) {
    String name = layer.positions().name();
    StateTensor learnt = weights.get(name);
    int channels = layer.channels();
    int side = layer.gridSide();
    String ofClass =
        graph.weight(
            name + ".class",
            learnt.derived(values -> Arrays.copyOf(values, channels), 1, 1, channels));
    String grid =
        graph.weight(
            name + ".grid",
            learnt.derived(
                values -> transposed(Arrays.copyOfRange(values, channels, values.length), channels),
                1,
                channels,
                side,
                side));
    String resized =
        graph.node(
            name + ".resized",
            "Resize",
            List.of(grid, "", "", graph.size(image)),
            Attributes.of("mode", "linear"),
            Attributes.of("coordinate_transformation_mode", "half_pixel"),
            Attributes.of("axes", new long[] {2, 3}));
    return graph.node(
        name,
        "Concat",
        List.of(ofClass, pixels(name + ".pixels", resized)),
        Attributes.of("axis", 1));
  }

  private String pixels(String hint, String image) {
    String rows =
        graph.node(hint + ".rows", "Reshape", List.of(image, graph.indices("rows", 0, 0, -1)));
    return transposed(hint, rows, 0, 2, 1);
  }

  @Override
  public String image(String tokens, String like) {
    String swapped = transposed(tokens + ".swapped", tokens, 0, 2, 1);
    String shape =
        graph.node(
            tokens + ".image_shape",
            "Concat",
            List.of(graph.indices("kept", 0, 0), graph.size(like)),
            Attributes.of("axis", 0));
    return graph.node(tokens + ".image", "Reshape", List.of(swapped, shape));
  }

  @Override
  public String joinClassToken(String x) {
    String axis = graph.indices("token_axis", 1);
    String one = graph.indices("one", 1);
    String first =
        graph.node(x + ".class", "Slice", List.of(x, graph.indices("zero", 0), one, axis));
    String rest =
        graph.node(
            x + ".others", "Slice", List.of(x, one, graph.indices("end", Long.MAX_VALUE), axis));
    String shape = graph.node(rest + ".shape", "Shape", List.of(rest));
    String repeated = graph.node(first + ".repeated", "Expand", List.of(first, shape));
    return graph.node(x + ".joined", "Concat", List.of(rest, repeated), Attributes.of("axis", 2));
  }

  @Override
  public String linear(Linear layer, String x) {
    Parameter parameter = layer.weight();
    int out = layer.outChannels();
    int in = layer.inChannels();
    // PyTorch keeps [out, in], a product wants [in, out].
    String matrix =
        graph.weight(
            parameter.name() + ".transposed",
            weights.get(parameter.name()).derived(values -> transposed(values, in), in, out));
    String product = graph.node(layer.name() + ".product", "MatMul", List.of(x, matrix));
    return graph.node(layer.name(), "Add", List.of(product, weight(layer.bias())));
  }

  @Override
  public String layerNorm(LayerNorm layer, String x) {
    return graph.node(
        layer.name(),
        "LayerNormalization",
        List.of(x, weight(layer.weight()), weight(layer.bias())),
        Attributes.of("axis", -1),
        Attributes.of("epsilon", (float) LayerNorm.EPSILON));
  }

  @Override
  public String gelu(String x) {
    // x / 2 * (1 + erf(x / sqrt(2))); operator set 18 has no Gelu. ONNX Runtime makes one of it.
    String scaled =
        graph.node(x + ".scaled", "Div", List.of(x, scalar("sqrt_2", (float) Math.sqrt(2))));
    String erf = graph.node(x + ".erf", "Erf", List.of(scaled));
    String both = graph.node(x + ".erf_plus_1", "Add", List.of(erf, scalar("unity", 1)));
    String product = graph.node(x + ".times_erf", "Mul", List.of(x, both));
    return graph.node(x + ".gelu", "Mul", List.of(product, scalar("half", 0.5f)));
  }

  @Override
  public String attention(Heads heads, String x) {
    List<String> parts = graph.split(x + ".qkv", x, 2, 3);
    String queries = split(heads, parts.get(0), 0, 2, 1, 3);
    String keys = split(heads, parts.get(1), 0, 2, 3, 1); // transposed
    String values = split(heads, parts.get(2), 0, 2, 1, 3);
    String scale = scalar("scale_" + heads.channels(), (float) (1 / Math.sqrt(heads.channels())));
    String scaled = graph.node(queries + ".scaled", "Mul", List.of(queries, scale));
    String scores = graph.node(x + ".scores", "MatMul", List.of(scaled, keys));
    String shares =
        graph.node(x + ".shares", "Softmax", List.of(scores), Attributes.of("axis", -1));
    String mixed = graph.node(x + ".mixed", "MatMul", List.of(shares, values));
    String together = transposed(x + ".together", mixed, 0, 2, 1, 3);
    return graph.node(
        x + ".attended", "Reshape", List.of(together, graph.indices("tokens", 0, 0, -1)));
  }

  /** [N, T, C] as [N, T, heads, C / heads], then with its dimensions in another order. */
  private String split(Heads heads, String x, long... order) {
    String shape = graph.indices("heads", 0, 0, heads.count(), heads.channels());
    String split = graph.node(x + ".split", "Reshape", List.of(x, shape));
    return transposed(x + ".heads", split, order);
  }

  private String transposed(String hint, String x, long... order) {
    return graph.node(hint, "Transpose", List.of(x), Attributes.of("perm", order));
  }

  /** Transposes a matrix of so many columns. */
  private static float[] transposed(float[] values, int columns) {
    int rows = values.length / columns;
    float[] transposed = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        transposed[column * rows + row] = values[row * columns + column];
      }
    }
    return transposed;
  }

  private String scalar(String name, float value) {
    return graph.weight(name, StateTensor.of(new float[] {value}));
  }

  private String weight(Parameter parameter) {
    return graph.weight(parameter.name(), weights.get(parameter.name()));
  }
}
