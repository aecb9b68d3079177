package facedepth.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The JSON chunk of a .glb file with one mesh. */
final class GlbJson {
  private static final int FLOAT = 5126;
  private static final int UNSIGNED_SHORT = 5123;
  private static final int UNSIGNED_INT = 5125;
  private static final int ARRAY_BUFFER = 34962;
  private static final int ELEMENT_ARRAY_BUFFER = 34963;

  private final List<String> views = new ArrayList<>();
  private final List<String> accessors = new ArrayList<>();

  private GlbJson() {}

  static String describe(
      Mesh mesh, float[] positions, GlbLayout layout, boolean shortIndices, MeshTexture picture) {
    GlbJson json = new GlbJson();
    int indexType = shortIndices ? UNSIGNED_SHORT : UNSIGNED_INT;
    json.view(0, layout.indexBytes(), ELEMENT_ARRAY_BUFFER);
    json.accessor(indexType, mesh.triangles().length, "SCALAR", "");
    json.view(layout.positions(), layout.positionBytes(), ARRAY_BUFFER);
    json.accessor(FLOAT, mesh.vertexCount(), "VEC3", bounds(positions));
    json.view(layout.normals(), layout.positionBytes(), ARRAY_BUFFER);
    json.accessor(FLOAT, mesh.vertexCount(), "VEC3", "");
    String attributes = "\"POSITION\":1,\"NORMAL\":2";
    if (mesh.isTextured()) {
      json.view(layout.textureCoordinates(), layout.textureBytes(), ARRAY_BUFFER);
      json.accessor(FLOAT, mesh.vertexCount(), "VEC2", "");
      attributes += ",\"TEXCOORD_0\":3";
    }
    String images = "";
    String colour = "\"baseColorFactor\":[0.8,0.8,0.8,1]";
    if (picture != null) {
      images =
          String.format(
              Locale.ROOT,
              "\"textures\":[{\"sampler\":0,\"source\":0}],"
                  + "\"samplers\":[{\"magFilter\":9729,\"minFilter\":9987,"
                  + "\"wrapS\":33071,\"wrapT\":33071}],"
                  + "\"images\":[{\"bufferView\":%d,\"mimeType\":\"%s\"}],",
              json.views.size(),
              picture.mediaType());
      json.views.add(range(layout.picture(), layout.pictureBytes()) + "}");
      colour = "\"baseColorTexture\":{\"index\":0}";
    }
    return "{\"asset\":{\"version\":\"2.0\",\"generator\":\"facedepth\"},\"scene\":0,"
        + "\"scenes\":[{\"nodes\":[0]}],\"nodes\":[{\"mesh\":0,\"name\":\"face\"}],"
        + "\"meshes\":[{\"name\":\"face\",\"primitives\":[{\"attributes\":{"
        + attributes
        + "},\"indices\":0,\"material\":0}]}],"
        + "\"materials\":[{\"name\":\"face\",\"doubleSided\":true,\"pbrMetallicRoughness\":{"
        + colour
        + ",\"metallicFactor\":0,\"roughnessFactor\":0.8}}],"
        + images
        + "\"accessors\":["
        + String.join(",", json.accessors)
        + "],\"bufferViews\":["
        + String.join(",", json.views)
        + "],\"buffers\":[{\"byteLength\":"
        + layout.total()
        + "}]}";
  }

  private void view(int offset, int length, int target) {
    views.add(range(offset, length) + ",\"target\":" + target + "}");
  }

  private static String range(int offset, int length) {
    return "{\"buffer\":0,\"byteOffset\":" + offset + ",\"byteLength\":" + length;
  }

  private void accessor(int componentType, int count, String type, String bounds) {
    accessors.add(
        String.format(
            Locale.ROOT,
            "{\"bufferView\":%d,\"componentType\":%d,\"count\":%d,\"type\":\"%s\"%s}",
            accessors.size(),
            componentType,
            count,
            type,
            bounds));
  }

  /** The bounding box, which the format wants of positions, exact to the last bit. */
  private static String bounds(float[] positions) {
    float[] least = new float[3];
    float[] greatest = new float[3];
    for (int k = 0; k < 3; k++) {
      least[k] = Float.POSITIVE_INFINITY;
      greatest[k] = Float.NEGATIVE_INFINITY;
      for (int i = k; i < positions.length; i += 3) {
        least[k] = Math.min(least[k], positions[i]);
        greatest[k] = Math.max(greatest[k], positions[i]);
      }
    }
    return ",\"min\":" + triple(least) + ",\"max\":" + triple(greatest);
  }

  private static String triple(float[] values) {
    List<String> numbers = new ArrayList<>();
    for (float value : values) {
      numbers.add(Double.toString(value));
    }
    return numbers.toString();
  }
}
