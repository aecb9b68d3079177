/**
 * The networks, each defined once.
 *
 * <p>A network declares its {@linkplain facedepth.networks.Parameter parameters} and says how it
 * computes in terms of {@link facedepth.networks.Ops}. What the computation means is up to the
 * reading: {@link facedepth.networks.ShapeOps} checks sizes, {@code torch.TorchOps} runs it, {@code
 * onnx.OnnxOps} writes it down as a graph. Values of parameters live in a {@link
 * facedepth.networks.StateDict} or in a reading, never in a layer.
 */
package facedepth.networks;
