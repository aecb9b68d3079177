package facedepth.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.javagl.jgltf.model.AccessorFloatData;
import de.javagl.jgltf.model.AccessorModel;
import de.javagl.jgltf.model.GltfModel;
import de.javagl.jgltf.model.MeshPrimitiveModel;
import de.javagl.jgltf.model.io.GltfModelReader;
import de.javagl.jgltf.model.v2.MaterialModelV2;
import de.javagl.obj.FloatTuple;
import de.javagl.obj.Mtl;
import de.javagl.obj.MtlReader;
import de.javagl.obj.Obj;
import de.javagl.obj.ObjReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeshWriterTest {
  @TempDir Path folder;

  @Test
  void objIsReadBackByAnIndependentReader() throws IOException {
    Mesh mesh = texturedMesh(40);
    Path file = folder.resolve("mesh.obj");
    new ObjWriter().write(file, mesh, texture("texture.png"));

    Obj obj = ObjReader.read(Files.newInputStream(file));

    assertThat(obj.getMtlFileNames()).containsExactly("mesh.mtl");
    assertThat(obj.getNumVertices()).isEqualTo(mesh.vertexCount());
    assertThat(obj.getNumFaces()).isEqualTo(mesh.triangleCount());
    for (int i = 0; i < mesh.vertexCount(); i++) {
      assertClose(obj.getVertex(i), mesh.positions(), i, 6e-7);
      assertClose(obj.getNormal(i), mesh.normals(), i, 6e-6);
      FloatTuple uv = obj.getTexCoord(i);
      assertThat(uv.getX()).isCloseTo(mesh.textureCoordinates()[2 * i], within(1e-6f));
      assertThat(uv.getY()).isCloseTo(1 - mesh.textureCoordinates()[2 * i + 1], within(1e-6f));
    }
    for (int t = 0; t < mesh.triangleCount(); t++) {
      for (int k = 0; k < 3; k++) {
        int index = mesh.triangles()[3 * t + k];
        assertThat(obj.getFace(t).getVertexIndex(k)).isEqualTo(index);
        assertThat(obj.getFace(t).getNormalIndex(k)).isEqualTo(index);
        assertThat(obj.getFace(t).getTexCoordIndex(k)).isEqualTo(index);
      }
    }
    List<Mtl> materials = MtlReader.read(Files.newInputStream(folder.resolve("mesh.mtl")));
    assertThat(materials).hasSize(1);
    assertThat(materials.get(0).getMapKd()).isEqualTo("texture.png");
    assertThat(folder.resolve("texture.png")).exists();
  }

  @Test
  void objWithoutTextureNamesNoMaterial() throws IOException {
    Path file = folder.resolve("mesh.obj");
    new ObjWriter().write(file, plainMesh());

    Obj obj = ObjReader.read(Files.newInputStream(file));

    assertThat(obj.getMtlFileNames()).isEmpty();
    assertThat(obj.getNumTexCoords()).isZero();
    assertThat(obj.getFace(0).containsNormalIndices()).isTrue();
    assertThat(folder.resolve("mesh.mtl")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"40, 5123", "300, 5125"})
  void glbIsReadBackByAnIndependentReader(int side, int indexType) throws IOException {
    Mesh mesh = texturedMesh(side);
    Path file = folder.resolve("mesh.glb");
    MeshTexture texture = texture("texture.png");
    new GlbWriter().write(file, mesh, texture);

    GltfModel model = new GltfModelReader().read(file.toUri());

    MeshPrimitiveModel primitive = model.getMeshModels().get(0).getMeshPrimitiveModels().get(0);
    assertThat(primitive.getIndices().getComponentType()).isEqualTo(indexType);
    assertThat(primitive.getIndices().getCount()).isEqualTo(3 * mesh.triangleCount());
    AccessorModel positions = primitive.getAttributes().get("POSITION");
    assertFlipped(positions, mesh.positions());
    assertFlipped(primitive.getAttributes().get("NORMAL"), mesh.normals());
    AccessorFloatData uv =
        (AccessorFloatData) primitive.getAttributes().get("TEXCOORD_0").getAccessorData();
    for (int i = 0; i < mesh.textureCoordinates().length; i++) {
      assertThat(uv.get(i)).isEqualTo(mesh.textureCoordinates()[i]);
    }
    ByteBuffer indices = primitive.getIndices().getAccessorData().createByteBuffer();
    indices.order(ByteOrder.LITTLE_ENDIAN);
    for (int index : mesh.triangles()) {
      assertThat(indexType == 5123 ? indices.getChar() : indices.getInt()).isEqualTo(index);
    }
    for (int k = 0; k < 3; k++) {
      float least = Float.POSITIVE_INFINITY;
      for (int i = k; i < mesh.positions().length; i += 3) {
        least = Math.min(least, k == 0 ? mesh.positions()[i] : -mesh.positions()[i]);
      }
      assertThat(positions.getMin()[k].doubleValue()).isEqualTo(least);
    }
    MaterialModelV2 material = (MaterialModelV2) primitive.getMaterialModel();
    assertThat(material.isDoubleSided()).isTrue();
    assertThat(material.getMetallicFactor()).isZero();
    assertThat(model.getImageModels().get(0).getMimeType()).isEqualTo("image/png");
    ByteBuffer picture = model.getImageModels().get(0).getImageData();
    byte[] bytes = new byte[picture.remaining()];
    picture.get(bytes);
    assertThat(bytes).isEqualTo(texture.encoded());
  }

  @Test
  void glbPartsAreAligned() throws IOException {
    byte[] glb = GlbWriter.encode(texturedMesh(40), texture("texture.png"));
    ByteBuffer buffer = ByteBuffer.wrap(glb).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(buffer.getInt(8)).isEqualTo(glb.length);
    int json = buffer.getInt(12);
    int binary = buffer.getInt(20 + json);
    assertThat(json % 4).isZero();
    assertThat(binary % 4).isZero();
    assertThat(28 + json + binary).isEqualTo(glb.length);
    assertThat(new String(glb, 20, json, StandardCharsets.UTF_8))
        .contains("\"generator\":\"facedepth\"");
  }

  @Test
  void glbWithoutTextureIsGrey() throws IOException {
    Path file = folder.resolve("mesh.glb");
    MeshWriter.forFile(file).write(file, plainMesh());

    GltfModel model = new GltfModelReader().read(file.toUri());

    assertThat(model.getImageModels()).isEmpty();
    MaterialModelV2 material =
        (MaterialModelV2)
            model.getMeshModels().get(0).getMeshPrimitiveModels().get(0).getMaterialModel();
    assertThat(material.getBaseColorFactor()).containsExactly(0.8f, 0.8f, 0.8f, 1f);
  }

  @Test
  void plyHoldsPositionsNormalsAndColours() throws IOException {
    Mesh mesh = texturedMesh(40);
    Path file = folder.resolve("mesh.ply");
    new PlyWriter().write(file, mesh, texture("texture.png"));

    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int start = text.indexOf("end_header\n") + 11;
    assertThat(text).startsWith("ply\nformat binary_little_endian 1.0\n");
    assertThat(text)
        .contains("element vertex " + mesh.vertexCount() + "\n")
        .contains("element face " + mesh.triangleCount() + "\n");
    assertThat(bytes).hasSize(start + 27 * mesh.vertexCount() + 13 * mesh.triangleCount());
    ByteBuffer body = ByteBuffer.wrap(bytes, start, bytes.length - start);
    body.order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < mesh.vertexCount(); i++) {
      assertStanding(body, mesh.positions(), i);
      assertStanding(body, mesh.normals(), i);
      // texture() paints red by column and green by row
      float u = mesh.textureCoordinates()[2 * i];
      float v = mesh.textureCoordinates()[2 * i + 1];
      assertThat(body.get() & 0xFF).isCloseTo(4 * (int) (u * 64), within(0));
      assertThat(body.get() & 0xFF).isCloseTo(4 * (int) (v * 64), within(0));
      assertThat(body.get()).isEqualTo((byte) 7);
    }
    for (int t = 0; t < mesh.triangleCount(); t++) {
      assertThat(body.get()).isEqualTo((byte) 3);
      for (int k = 0; k < 3; k++) {
        assertThat(body.getInt()).isEqualTo(mesh.triangles()[3 * t + k]);
      }
    }
  }

  @Test
  void stlHoldsTheTrianglesFacingTheViewer() throws IOException {
    Mesh mesh = plainMesh();
    Path file = folder.resolve("mesh.stl");
    new StlWriter().write(file, mesh);

    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(bytes.getInt(80)).isEqualTo(mesh.triangleCount());
    assertThat(bytes.capacity()).isEqualTo(84 + 50 * mesh.triangleCount());
    bytes.position(84);
    for (int t = 0; t < mesh.triangleCount(); t++) {
      float nx = bytes.getFloat();
      float ny = bytes.getFloat();
      float nz = bytes.getFloat();
      assertThat(ny).isNegative();
      assertThat(nx * nx + ny * ny + nz * nz).isCloseTo(1, within(1e-5f));
      for (int k = 0; k < 3; k++) {
        assertStanding(bytes, mesh.positions(), mesh.triangles()[3 * t + k]);
      }
      assertThat(bytes.getShort()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"glb", "obj", "ply", "stl"})
  void everyFormatRefusesAMeshWithoutTriangles(String extension) {
    Mesh empty = new Mesh(new float[0], new float[0], new float[0], new int[0]);
    Path file = folder.resolve("empty." + extension.toUpperCase(Locale.ROOT));

    assertThatThrownBy(() -> MeshWriter.forFile(file).write(file, empty))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no triangle");
    assertThat(file).doesNotExist();
  }

  @Test
  void unknownExtensionIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> MeshWriter.forFile(Path.of("face.fbx")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no mesh format 'fbx'; there are glb, obj, ply, stl");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void numbersInTextAreRoundedRight(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      float value = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(16) - 8));
      int decimals = random.nextInt(7);

      String text =
          new String(
              new TextBuffer(1).append(value, decimals).toByteArray(), StandardCharsets.US_ASCII);

      double half = 0.5 * Math.pow(10, -decimals);
      assertThat(Math.abs(Double.parseDouble(text) - value))
          .isLessThanOrEqualTo(half * (1 + 1e-9) + Math.abs(value) * 1e-15);
      assertThat(text).doesNotContain("-0 ").doesNotEndWith(".");
      assertThat(text.contains(".") && text.endsWith("0")).isFalse();
    }
  }

  private Mesh texturedMesh(int side) {
    DepthMap depth = Surfaces.bumpyFace(side, side, 5);
    return GridMesher.mesh(
        depth,
        new CropCamera(2),
        MeshOptions.DEFAULT,
        TextureMapping.stretched(side, side, 64, 64));
  }

  private static Mesh plainMesh() {
    return GridMesher.mesh(Surfaces.bumpyFace(20, 20, 6), CropCamera.ORTHOGRAPHIC);
  }

  private static MeshTexture texture(String name) throws IOException {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 64; x++) {
        image.setRGB(x, y, x * 4 << 16 | y * 4 << 8 | 7);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    byte[] png = out.toByteArray();
    // An odd length, so that padding is needed after the picture.
    return new MeshTexture(name, png.length % 2 == 1 ? png : Arrays.copyOf(png, png.length + 1));
  }

  private static void assertClose(FloatTuple tuple, float[] triples, int i, double tolerance) {
    assertThat((double) tuple.getX()).isCloseTo(triples[3 * i], within(tolerance));
    assertThat((double) tuple.getY()).isCloseTo(-triples[3 * i + 1], within(tolerance));
    assertThat((double) tuple.getZ()).isCloseTo(-triples[3 * i + 2], within(tolerance));
  }

  private static void assertFlipped(AccessorModel accessor, float[] triples) {
    AccessorFloatData data = (AccessorFloatData) accessor.getAccessorData();
    assertThat(accessor.getCount()).isEqualTo(triples.length / 3);
    for (int i = 0; i < triples.length; i++) {
      assertThat(data.get(i)).isEqualTo(i % 3 == 0 ? triples[i] : 0f - triples[i]);
    }
  }

  /** Z up, the viewer at negative y. */
  private static void assertStanding(ByteBuffer buffer, float[] triples, int i) {
    assertThat(buffer.getFloat()).isEqualTo(triples[3 * i]);
    assertThat(buffer.getFloat()).isEqualTo(triples[3 * i + 2]);
    assertThat(buffer.getFloat()).isEqualTo(0f - triples[3 * i + 1]);
  }
}
