package facedepth.synthesis.builtin;

import facedepth.synthesis.HeadModel;
import java.util.List;
import java.util.Map;

/**
 * The head that comes with the product: a plain adult of about 19 thousand vertices, made by
 * formula, that can be used wherever a {@link HeadModel} read from a file can.
 */
public final class BuiltinHead {
  private BuiltinHead() {}

  /** Builds the head; the same on every machine. */
  public static HeadModel create() {
    HalfMesh half = new HalfMesh();
    SkinMesh skin = new SkinMesh(half);
    EarSheet.add(half);
    Eyeball.add(half);
    Lashes lashes = new Lashes(half, skin.eye().edge());
    Teeth.add(half);
    WholeMesh mesh = half.whole();
    Moves moves = new Moves(mesh, skin.eye(), lashes, skin.mouth());
    Map<String, float[]> expressions = ExpressionShapes.of(moves);
    return new HeadModel(
        mesh.positions(),
        List.copyOf(IdentityModes.of(moves).values()),
        List.copyOf(expressions.keySet()),
        List.copyOf(expressions.values()),
        mesh.triangles(),
        mesh.parts(),
        LandmarkVertices.of(half, mesh, skin.eye(), skin.mouth()));
  }
}
