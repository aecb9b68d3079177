package facedepth.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyFileTest {
  @TempDir Path folder;

  @Test
  void everyWrittenTypeComesBack() throws IOException {
    assertThat(roundTrip(NpyArray.of(new float[] {1.5f, Float.NaN, -0f}, 3)).floats())
        .containsExactly(1.5f, Float.NaN, -0f);
    assertThat(roundTrip(NpyArray.of(new double[] {Math.PI, -1e300}, 2, 1)).doubles())
        .containsExactly(Math.PI, -1e300);
    assertThat(roundTrip(NpyArray.of(new byte[] {0, -1}, 2)).longs()).containsExactly(0, 255);
    assertThat(roundTrip(NpyArray.of(new short[] {-3, 7}, 2)).longs()).containsExactly(-3, 7);
    assertThat(roundTrip(NpyArray.of(new char[] {65535, 7}, 2)).longs()).containsExactly(65535, 7);
    assertThat(roundTrip(NpyArray.of(new int[] {-70000}, 1)).longs()).containsExactly(-70000);
    assertThat(roundTrip(NpyArray.of(new long[] {Long.MIN_VALUE})).longs())
        .containsExactly(Long.MIN_VALUE);
  }

  @Test
  void headerIsWhatNumpyWrites() throws IOException {
    Path file = folder.resolve("a.npy");
    NpyFile.write(file, new float[6], 2, 3);

    byte[] bytes = Files.readAllBytes(file);

    assertThat(bytes).hasSize(128 + 24);
    assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), } ")
        .endsWith(" \n");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void readsAllVersions(int version) throws IOException {
    byte[] file = file(version, "{'descr': '<i2', 'fortran_order': False, 'shape': (2,)}", 4);
    file[file.length - 2] = 5;

    NpyArray array = NpyFile.read("test", file);

    assertThat(array.shape()).containsExactly(2);
    assertThat(array.longs()).containsExactly(0, 5);
  }

  @Test
  void readsBigEndian() throws IOException {
    byte[] file = file(1, "{'descr': '>f8', 'fortran_order': False, 'shape': ()}", 8);
    ByteBuffer.wrap(file).putDouble(file.length - 8, 0.1);

    NpyArray array = NpyFile.read("test", file);

    assertThat(array.doubles()).containsExactly(0.1);
    assertThat(roundTrip(array).doubles()).containsExactly(0.1);
  }

  @Test
  void transposesColumnMajor() throws IOException {
    byte[] file = file(1, "{'descr': '|u1', 'fortran_order': True, 'shape': (2, 3, 2), }", 12);
    for (int i = 0; i < 12; i++) {
      file[file.length - 12 + i] = (byte) i;
    }

    NpyArray array = NpyFile.read("test", file);

    // numpy.arange(12).reshape((2, 3, 2), order='F').ravel()
    assertThat(array.longs()).containsExactly(0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2147483647, 2147483647), }",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1000000000,), }",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999,), }",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (-2,), }",
        "{'descr': '<f2', 'fortran_order': False, 'shape': (2,), }",
        "{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }",
        "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }",
        "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,), }",
        "{'descr': '<f4', 'fortran_order': 0, 'shape': (2,), }",
        "{'descr': '<f4', 'shape': (2,), }",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), } + evil",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }",
        "{",
      })
  void refusesHostileHeaders(String header) {
    byte[] file = file(1, header, 8);

    assertThatThrownBy(() -> NpyFile.read("hostile.npy", file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("hostile.npy");
  }

  @Test
  void emptyArrayIsRead() throws IOException {
    byte[] file = file(1, "{'descr': '<f4', 'fortran_order': False, 'shape': (2147483647, 0)}", 0);

    assertThat(NpyFile.read("test", file).elementCount()).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void damagedFilesAreReadOrRefused(long seed) throws IOException {
    Path path = folder.resolve("a.npy");
    NpyFile.write(path, new float[12], 3, 4);
    byte[] original = Files.readAllBytes(path);
    Random random = new Random(seed);
    int refused = 0;
    for (int round = 0; round < 2000; round++) {
      byte[] damaged = Mutations.of(original, random);
      try {
        assertThat(NpyFile.read("damaged", damaged).elementCount())
            .isLessThanOrEqualTo(damaged.length);
      } catch (MalformedFileException expected) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  private NpyArray roundTrip(NpyArray array) throws IOException {
    Path file = folder.resolve("round.npy");
    NpyFile.write(file, array);
    NpyArray read = NpyFile.read(file);
    assertThat(read.type()).isEqualTo(array.type());
    assertThat(read.shape()).isEqualTo(array.shape());
    return read;
  }

  private static byte[] file(int version, String header, int dataBytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer length =
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, text.length);
    out.write(length.array(), 0, version == 1 ? 2 : 4);
    out.writeBytes(text);
    out.writeBytes(new byte[dataBytes]);
    return out.toByteArray();
  }
}
