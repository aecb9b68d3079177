package facedepth.networks.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedOutputStream;
import facedepth.networks.Float16;
import facedepth.networks.StateTensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A weight as a field of a protocol buffer, whose numbers are asked for when it is written. */
final class WeightField {
  private static final int PIECE = 1 << 16;

  private final StateTensor tensor;
  private final boolean half;
  private final TensorProto header;

  /**
   * Asks for no numbers yet.
   *
   * @param half whether they are stored as float16
   */
  WeightField(String name, StateTensor tensor, boolean half) {
    this.tensor = tensor;
    this.half = half;
    TensorProto.Builder description = TensorProto.newBuilder().setName(name);
    description.setDataType(
        half ? TensorProto.DataType.FLOAT16_VALUE : TensorProto.DataType.FLOAT_VALUE);
    for (long size : tensor.shape()) {
      description.addDims(size);
    }
    header = description.build();
  }

  /** Bytes of the whole field. */
  long bytes(int field) {
    long inner = innerBytes();
    return CodedOutputStream.computeTagSize(field)
        + CodedOutputStream.computeUInt64SizeNoTag(inner)
        + inner;
  }

  private long innerBytes() {
    return header.getSerializedSize()
        + CodedOutputStream.computeTagSize(TensorProto.RAW_DATA_FIELD_NUMBER)
        + CodedOutputStream.computeUInt64SizeNoTag(dataBytes())
        + dataBytes();
  }

  private long dataBytes() {
    return tensor.count() * (half ? Short.BYTES : Float.BYTES);
  }

  void writeTo(CodedOutputStream out, int field) throws IOException {
    out.writeTag(field, 2);
    out.writeUInt64NoTag(innerBytes());
    header.writeTo(out);
    out.writeTag(TensorProto.RAW_DATA_FIELD_NUMBER, 2);
    out.writeUInt64NoTag(dataBytes());
    byte[] bytes = new byte[PIECE];
    ByteBuffer piece = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : tensor.values()) {
      if (piece.remaining() == 0) {
        out.writeRawBytes(bytes, 0, PIECE);
        piece.clear();
      }
      if (half) {
        piece.putShort(Float16.floatToHalf(value));
      } else {
        piece.putFloat(value);
      }
    }
    out.writeRawBytes(bytes, 0, piece.position());
  }
}
