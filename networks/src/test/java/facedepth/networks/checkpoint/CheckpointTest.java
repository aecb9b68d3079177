package facedepth.networks.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facedepth.geometry.MalformedFileException;
import facedepth.networks.StateDict;
import facedepth.networks.StateTensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints written here, byte by byte; those of the original are read in the parity tests. */
class CheckpointTest {
  @TempDir Path folder;

  @Test
  void honoursOffsetAndStrides() throws IOException {
    // [2, 3] in column-major order, from the second number on
    byte[] pickle = new PickleText().stateDict("w", "FloatStorage", 8, 1, "2,3", "1,2").bytes();
    Path file = zip(pickle, floats(99, 1, 4, 2, 5, 3, 6, 99));
    assertThat(Checkpoint.read(file).get("w").values()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(Checkpoint.read(file).get("w").shape()).containsExactly(2, 3);
  }

  @Test
  void readsScalarsAndEmptyTensors() throws IOException {
    byte[] scalar = new PickleText().stateDict("n", "LongStorage", 1, 0, "", "").bytes();
    ByteBuffer one = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 41);
    StateTensor read = Checkpoint.read(zip(scalar, one.array())).get("n");
    assertThat(read.values()).containsExactly(41);
    assertThat(read.shape()).isEmpty();
    assertThat(read.isInteger()).isTrue();
    byte[] empty = new PickleText().stateDict("n", "FloatStorage", 0, 0, "0,3", "3,1").bytes();
    assertThat(Checkpoint.read(zip(empty, new byte[0])).get("n").values()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HalfStorage, 2, 003c00c00100, 1, -2, 5.9604645E-8",
    "BFloat16Storage, 2, 803f00c0803e, 1, -2, 0.25",
    "DoubleStorage, 8, 000000000000f03f00000000000000c0000000000000d03f, 1, -2, 0.25",
    "IntStorage, 4, 01000000feffffff07000000, 1, -2, 7",
    "BoolStorage, 1, 000101, 0, 1, 1",
  })
  void widensOtherNumbers(String type, int size, String hex, float a, float b, float c)
      throws IOException {
    byte[] pickle = new PickleText().stateDict("w", type, 3, 0, "3", "1").bytes();
    byte[] data = HexFormat.of().parseHex(hex);
    assertThat(data).hasSize(3 * size);
    assertThat(Checkpoint.read(zip(pickle, data)).get("w").values()).containsExactly(a, b, c);
  }

  @Test
  void stripsDataParallelAndUnwraps() throws IOException {
    byte[] pickle =
        new PickleText()
            .raw("\\x80\\x02}X\\x0a\\x00\\x00\\x00state_dict")
            .stateDictBody("module.w", "FloatStorage", 2, 0, "2", "1")
            .raw("s.")
            .bytes();
    assertThat(Checkpoint.read(zip(pickle, floats(1, 2))).names()).containsExactly("w");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "os\\nsystem\\n",
        "builtins\\neval\\n",
        "torch\\nload\\n",
        "collections\\nCounter\\n"
      })
  void refusesOtherGlobalsByName(String global) throws IOException {
    Path file = zip(new PickleText().raw("\\x80\\x02c" + global + "(tR.").bytes(), new byte[0]);
    assertThatThrownBy(() -> Checkpoint.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(global.replace("\\n", ".").replaceAll("\\.$", "") + ", refused")
        .hasMessageContaining(file.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "4, 0, 5, 1", // more than the storage
    "4, 3, 2, 1", // past its end
    "4, -1, 2, 1",
    "4, 0, 1000000000, 0", // one number repeated a billion times
    "4, 0, 2, 9223372036854775807",
    "1000000000000, 0, 4, 1", // a storage larger than the file
  })
  void refusesTensorsOutsideTheirStorage(long storage, long offset, String sizes, String strides)
      throws IOException {
    byte[] pickle =
        new PickleText().stateDict("w", "FloatStorage", storage, offset, sizes, strides).bytes();
    Path file = zip(pickle, floats(1, 2, 3, 4));
    assertThatThrownBy(() -> Checkpoint.read(file)).isInstanceOf(MalformedFileException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\x80\\x02.", // nothing to return
        "\\x80\\x04N.", // another protocol
        "\\x80\\x02N\\xff.", // unknown instruction
        "\\x80\\x02u.", // no mark
        "\\x80\\x02(K\\x01u.", // no dictionary
        "\\x80\\x02X\\xff\\xff\\xff\\xffab.", // text longer than the file
        "\\x80\\x02h\\x07.", // empty memo
        "\\x80\\x02}q\\x00h\\x00K\\x01s.", // a dictionary as its own key
        "\\x80\\x02K\\x01.", // no state dict
        "\\x80\\x02}X\\x01\\x00\\x00\\x00a", // ends early
        "\\x80\\x02K\\x01K\\x02R.", // calls a number
        "\\x80\\x02K\\x01Q.", // no storage
      })
  void refusesOtherPickles(String text) throws IOException {
    Path file = zip(new PickleText().raw(text).bytes(), new byte[0]);
    assertThatThrownBy(() -> Checkpoint.read(file)).isInstanceOf(MalformedFileException.class);
  }

  @Test
  void refusesCompressedEntries() throws IOException {
    Path file = folder.resolve("compressed.pt");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("archive/data.pkl"));
      zip.write(new PickleText().stateDict("w", "FloatStorage", 1, 0, "1", "1").bytes());
    }
    assertThatThrownBy(() -> Checkpoint.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("compressed");
  }

  @Test
  void refusesOtherFiles() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "weights are heavy");
    assertThatThrownBy(() -> Checkpoint.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("neither");
    assertThatThrownBy(() -> Checkpoint.read(Files.write(file, new byte[0])))
        .isInstanceOf(MalformedFileException.class);
  }

  @Test
  void damagedFilesAreRefusedOrReadButNeverBreakAnything() throws IOException {
    byte[] zip =
        Files.readAllBytes(
            zip(
                new PickleText().stateDict("w", "FloatStorage", 4, 0, "2,2", "2,1").bytes(),
                floats(1, 2, 3, 4)));
    Path safetensors = folder.resolve("w.safetensors");
    new Safetensors(dict(), Map.of("step", "7")).write(safetensors);
    Random random = new Random(1);
    for (byte[] whole : new byte[][] {zip, Files.readAllBytes(safetensors)}) {
      for (int i = 0; i < 2000; i++) {
        byte[] damaged = whole.clone();
        for (int k = 0; k <= i % 3; k++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        assertRefusedOrRead(damaged);
      }
      for (int length = 0; length < whole.length; length++) {
        assertRefusedOrRead(Arrays.copyOf(whole, length));
      }
    }
  }

  private void assertRefusedOrRead(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("damaged"), bytes);
    try {
      Checkpoint.read(file);
    } catch (MalformedFileException e) {
      assertThat(e).hasMessageContaining("damaged");
    }
  }

  @Test
  void theSameTensorsAreTheSameBytes() throws IOException {
    Map<String, String> forwards = new LinkedHashMap<>();
    Map<String, String> backwards = new LinkedHashMap<>();
    for (int i = 0; i < 9; i++) {
      forwards.put("key " + i, "a");
      backwards.put("key " + (8 - i), "a");
    }
    Path one = folder.resolve("one.safetensors");
    Path other = folder.resolve("other.safetensors");
    new Safetensors(dict(), forwards).write(one);
    new Safetensors(dict(), backwards).write(other);
    assertThat(other).hasSameBinaryContentAs(one);
  }

  @Test
  void safetensorsGoOutAndIn() throws IOException {
    Path file = folder.resolve("w.safetensors");
    new Safetensors(dict(), Map.of("step", "7", "name", "\u00e9\"")).write(file);
    Safetensors read = Safetensors.read(file);
    assertThat(read.metadata()).isEqualTo(Map.of("step", "7", "name", "\u00e9\""));
    assertThat(read.tensors().names()).containsExactly("b", "a", "n", "none");
    for (String name : dict().names()) {
      assertThat(read.tensors().get(name).values()).containsExactly(dict().get(name).values());
      assertThat(read.tensors().get(name).shape()).containsExactly(dict().get(name).shape());
      assertThat(read.tensors().get(name).isInteger()).isEqualTo(dict().get(name).isInteger());
    }
    assertThat(Checkpoint.read(file).names()).isEqualTo(dict().names());
    byte[] bytes = Files.readAllBytes(file);
    assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'w':{'dtype':'F32','shape':[4],'data_offsets':[0,12]}}",
        "{'w':{'dtype':'F32','shape':[4],'data_offsets':[4,20]}}",
        "{'w':{'dtype':'F32','shape':[-4],'data_offsets':[0,16]}}",
        "{'w':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,0]}}",
        "{'w':{'dtype':'F99','shape':[4],'data_offsets':[0,16]}}",
        "{'w':{'dtype':'F32','shape':4,'data_offsets':[0,16]}}",
        "{'w':7}",
        "{'w'",
        "[1]",
      })
  void refusesOtherSafetensors(String header) throws IOException {
    byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + 16).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json);
    Path file = Files.write(folder.resolve("w.safetensors"), bytes.array());
    assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(MalformedFileException.class);
  }

  private static StateDict dict() {
    Map<String, StateTensor> tensors = new LinkedHashMap<>();
    tensors.put("b", StateTensor.of(new float[] {1.5f, -2, Float.NaN, 4, 5, 6}, 2, 3));
    tensors.put("a", StateTensor.of(new float[] {7}, 1));
    tensors.put("n", StateTensor.ofIntegers(new float[] {12}));
    tensors.put("none", StateTensor.of(new float[0], 0));
    return new StateDict(tensors);
  }

  private Path zip(byte[] pickle, byte[] storage) throws IOException {
    Path file = folder.resolve("checkpoint.pt");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      TorchSave.store(zip, "checkpoint/data.pkl", pickle);
      TorchSave.store(zip, "checkpoint/byteorder", "little".getBytes(StandardCharsets.US_ASCII));
      TorchSave.store(zip, "checkpoint/data/0", storage);
    }
    return file;
  }

  private static byte[] floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }
}
