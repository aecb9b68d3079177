package facedepth.app;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import facedepth.networks.AttentionUNet;
import facedepth.networks.AttentionUNetConfig;
import facedepth.networks.InitialWeights;
import facedepth.networks.onnx.OnnxExport;
import facedepth.networks.onnx.OnnxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Models of a few kilobytes, made while the tests run. */
final class TinyModels {
  private TinyModels() {}

  /** An untrained face model: depth and mask logits. */
  static Path face(Path file) throws IOException {
    return unet(file, 2);
  }

  /** An untrained depth network without a mask. */
  static Path depthOnly(Path file) throws IOException {
    return unet(file, 1);
  }

  private static Path unet(Path file, int outChannels) throws IOException {
    AttentionUNet network = new AttentionUNet(new AttentionUNetConfig(3, outChannels, 2, 3, true));
    OnnxExport.write(network, InitialWeights.of(network, 7), Map.of(), OnnxOptions.DEFAULT, file);
    return file;
  }

  /** A sound ONNX file that takes ten numbers and gives them back. */
  static Path otherInputs(Path file) throws IOException {
    GraphProto graph =
        GraphProto.newBuilder()
            .setName("identity")
            .addInput(tenNumbers("numbers"))
            .addOutput(tenNumbers("same"))
            .addNode(
                NodeProto.newBuilder().setOpType("Identity").addInput("numbers").addOutput("same"))
            .build();
    ModelProto model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
            .setGraph(graph)
            .build();
    return Files.write(file, model.toByteArray());
  }

  private static ValueInfoProto tenNumbers(String name) {
    TensorShapeProto shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(10))
            .build();
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT_VALUE)
            .setShape(shape)
            .build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
