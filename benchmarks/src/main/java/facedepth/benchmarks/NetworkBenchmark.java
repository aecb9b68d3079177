package facedepth.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.InitialWeights;
import facedepth.networks.StateDict;
import facedepth.networks.onnx.OnnxExport;
import facedepth.networks.onnx.OnnxOptions;
import facedepth.networks.torch.Tensors;
import facedepth.networks.torch.TorchNetwork;
import facedepth.networks.torch.TorchRuntime;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The origin's Attention U-Net (32 start filters) on one picture: libtorch eager in PyTorch's
 * ordinary memory layout and in ours, and the exported file on ONNX Runtime; two threads each.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(1)
@SuppressWarnings("try") // scopes do their work by being open
public class NetworkBenchmark {
  private static final int THREADS = 2;

  /** Pixels a side. */
  @Param({"128", "256"})
  public int side;

  private float[] image;
  private TorchNetwork contiguous;
  private TorchNetwork channelsLast;
  private Path file;
  private OrtSession session;

  /** Random weights and a random picture: the time does not depend on them. */
  @Setup
  public void prepare() throws IOException, OrtException {
    TorchRuntime.setThreads(THREADS);
    AttentionUNet network = new AttentionUNet(AttentionUNetConfig.ORIGIN);
    StateDict weights = InitialWeights.of(network, 1);
    contiguous = TorchNetwork.create(network, weights, TorchNetwork.Layout.CONTIGUOUS);
    contiguous.train(false);
    channelsLast = TorchNetwork.create(network, weights, TorchNetwork.Layout.CHANNELS_LAST);
    channelsLast.train(false);
    file = Files.createTempFile("network", ".onnx");
    OnnxExport.write(network, weights, Map.of(), OnnxOptions.DEFAULT, file);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(THREADS);
      session = OrtEnvironment.getEnvironment().createSession(file.toString(), options);
    }
    Random random = new Random(1);
    image = new float[3 * side * side];
    for (int i = 0; i < image.length; i++) {
      image[i] = random.nextInt(256);
    }
  }

  /** Frees what is native. */
  @TearDown
  public void close() throws IOException, OrtException {
    contiguous.close();
    channelsLast.close();
    session.close();
    Files.deleteIfExists(file);
  }

  /** libtorch as PyTorch runs a model by default. */
  @Benchmark
  public float[] libtorchContiguous() {
    return run(contiguous);
  }

  /** libtorch with channels innermost, as the trainer uses it. */
  @Benchmark
  public float[] libtorchChannelsLast() {
    return run(channelsLast);
  }

  private float[] run(TorchNetwork network) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      return Tensors.toArray(network.forward(Tensors.of(image, 1, 3, side, side)));
    }
  }

  /** The exported file. */
  @Benchmark
  public float onnxRuntime() throws OrtException {
    long[] shape = {1, 3, side, side};
    try (OnnxTensor input =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), FloatBuffer.wrap(image), shape);
        OrtSession.Result result = session.run(Map.of(OnnxExport.INPUT, input))) {
      return ((OnnxTensor) result.get(0)).getFloatBuffer().get(0);
    }
  }
}
