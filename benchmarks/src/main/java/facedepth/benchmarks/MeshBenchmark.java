package facedepth.benchmarks;

import facedepth.geometry.CropCamera;
import facedepth.geometry.DepthMap;
import facedepth.geometry.GlbWriter;
import facedepth.geometry.GridMesher;
import facedepth.geometry.LegacyMesh;
import facedepth.geometry.Mesh;
import facedepth.geometry.MeshOptions;
import facedepth.geometry.MeshTexture;
import facedepth.geometry.ObjWriter;
import facedepth.geometry.SurfaceMesher;
import facedepth.geometry.TextureMapping;
import facedepth.inference.DepthMesher;
import facedepth.inference.MeshRecipe;
import facedepth.inference.Photo;
import facedepth.inference.PhotoEncoder;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/** Depth map to mesh, and mesh to the bytes of a file; one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class MeshBenchmark {
  /** Pixels a side. */
  @Param({"128", "512", "1024"})
  public int side;

  private final CropCamera camera = new CropCamera(2);
  private DepthMap depth;
  private DepthMap dense;
  private TextureMapping texture;
  private Mesh mesh;
  private Photo photo;
  private int[] pixels;

  /** A dome of a face's relief with ripples, in an elliptic mask over half of the map. */
  @Setup
  public void prepare() throws IOException {
    float[] values = new float[side * side];
    float[] everywhere = new float[side * side];
    pixels = new int[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double u = (x + 0.5) / side - 0.5;
        double v = (y + 0.5) / side - 0.5;
        double square = u * u / (0.38 * 0.38) + v * v / (0.46 * 0.46);
        double ripple = 0.01 * Math.sin(40 * u) * Math.cos(30 * v);
        double d = 0.4 * square - 0.15 + ripple;
        values[y * side + x] = square < 1 ? (float) d : Float.NaN;
        everywhere[y * side + x] = (float) d;
        pixels[y * side + x] = (int) Math.round(65535 / (1 + Math.exp(8 * d)));
      }
    }
    depth = new DepthMap(side, side, values);
    dense = new DepthMap(side, side, everywhere);
    texture = TextureMapping.stretched(side, side, 1024, 1024);
    mesh = depthToMesh();
    byte[] grey = new byte[3 * 1024 * 1024];
    new Random(1).nextBytes(grey);
    photo = new Photo("noise", 1024, 1024, smooth(grey), OptionalDouble.empty());
  }

  /** Positions, normals, texture coordinates and triangles from an array of depth. */
  @Benchmark
  public Mesh depthToMesh() {
    return GridMesher.mesh(depth, camera, MeshOptions.DEFAULT, texture);
  }

  /** As {@link #depthToMesh} where every pixel belongs to the face. */
  @Benchmark
  public Mesh denseDepthToMesh() {
    return GridMesher.mesh(dense, camera, MeshOptions.DEFAULT, texture);
  }

  /** As {@link #depthToMesh}, cut along a smooth silhouette. */
  @Benchmark
  public Mesh depthToSurface() {
    return SurfaceMesher.mesh(depth, null, camera, MeshOptions.DEFAULT, 1, texture);
  }

  /** Noise of about a photo's fineness. */
  private static byte[] smooth(byte[] noise) {
    byte[] out = new byte[noise.length];
    int sum = 0;
    for (int i = 0; i < noise.length; i++) {
      sum += (noise[i] & 0xff) - (i >= 24 ? noise[i - 24] & 0xff : 0);
      out[i] = (byte) (sum / 24);
    }
    return out;
  }

  /** Depth and a photo to the bytes of a .glb file of 20,000 triangles with the photo inside. */
  @Benchmark
  public byte[] depthToDecimatedGlb() throws IOException {
    MeshRecipe recipe = MeshRecipe.MEASURED.withMaximumTriangles(20_000);
    MeshTexture picture =
        new MeshTexture("photo.jpg", PhotoEncoder.jpeg(photo, PhotoEncoder.TEXTURE_QUALITY));
    return GlbWriter.encode(DepthMesher.mesh(depth, null, camera, recipe, texture), picture);
  }

  /** A mesh to the bytes of a .glb file without a picture. */
  @Benchmark
  public byte[] meshToGlb() {
    return GlbWriter.encode(mesh, null);
  }

  /** A mesh to the bytes of a .obj file. */
  @Benchmark
  public byte[] meshToObj() {
    return ObjWriter.encode(mesh, "mesh.mtl");
  }

  /** The origin's own algorithm, from pixels to the bytes of its .obj file. */
  @Benchmark
  public byte[] legacyPixelsToObj() {
    return LegacyMesh.of(side, side, pixels).encode();
  }
}
