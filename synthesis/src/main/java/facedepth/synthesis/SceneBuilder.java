package facedepth.synthesis;

/**
 * Puts one person together: head, beard, hair, shoulders, glasses. Holds scratch memory: one a
 * thread.
 */
final class SceneBuilder {
  private final HeadAssets assets;
  private final HeadShaper shaper;
  private final HairBuilder hairBuilder;
  private final SceneMesh scene = new SceneMesh();

  SceneBuilder(HeadAssets assets) {
    this.assets = assets;
    shaper = new HeadShaper(assets.head());
    hairBuilder = new HairBuilder(assets.head());
  }

  SceneMesh scene() {
    return scene;
  }

  /** Builds a person and turns it into camera axes, the head's origin at the camera's. */
  void build(FaceRecipe recipe, FacePainter painter) {
    HeadModel head = assets.head();
    Appearance look = recipe.appearance();
    Expression expression = recipe.expression();
    HeadPose pose = recipe.pose();
    Outfit outfit = recipe.outfit();
    float[] shape = shaper.shape(recipe.identity(), expression);
    scene.clear();
    scene.vertices(shape, head.neutral());
    headTriangles(HeadPart.SKIN);
    headTriangles(HeadPart.BACK);
    scene.computeNormals();
    if (look.beard() > 0) {
      growBeard(painter, look, look.beardLength(), new Noise(look.grain() + 5));
    }
    Torso.build(outfit, scene);
    Collar.build(outfit, scene, head.vertexCount());
    // Hair is grown on the shoulders as if they were straight below the head, then turned along.
    int body = scene.vertexCount();
    scene.begin(Layer.HAIR);
    hairBuilder.build(recipe.hairstyle(), outfit, scene);
    twistNeck(recipe.neck(), 0, body, scene.coordinate);
    twistNeck(recipe.neck(), body, scene.vertexCount(), scene.position);
    if (outfit.headwear() != null) {
      scene.begin(Layer.SOLID);
      hairBuilder.cover(recipe.hairstyle(), outfit.headwear(), scene);
    }
    scene.begin(Layer.INSIDE);
    headTriangles(HeadPart.EYE);
    headTriangles(HeadPart.MOUTH);
    if (expression.isMouthOpen()) {
      headTriangles(HeadPart.GUMS);
      headTriangles(HeadPart.TEETH);
    }
    if (recipe.obstacle() != null) {
      scene.begin(Layer.OBSTACLE);
      hairBuilder.obstruct(recipe.obstacle(), pose, scene);
    }
    scene.begin(Layer.WORN);
    if (look.lashes() > 0) {
      headTriangles(HeadPart.LASHES);
    }
    if (outfit.glasses() != null) {
      Spectacles.build(scene, head, outfit.glasses());
    }
    scene.computeNormals();
    scene.place(pose);
  }

  private void headTriangles(HeadPart part) {
    scene.triangles(assets.corners(part), Material.of(part));
  }

  private void growBeard(FacePainter painter, Appearance look, float length, Noise noise) {
    float[] n = assets.head().neutral();
    for (int i = 0; i < n.length; i += 3) {
      if (n[i + 2] < 0 || n[i + 1] > 1.5f || n[i + 1] < -11) {
        continue;
      }
      float amount = painter.beardAmount(n[i], n[i + 1], n[i + 2]) * look.beard();
      float tuft = 0.8f + 0.4f * noise.at(n[i], n[i + 1], n[i + 2]);
      for (int axis = 0; amount > 0 && axis < 3; axis++) {
        scene.position[i + axis] += amount * length * tuft * scene.normal[i + axis];
      }
    }
  }

  /**
   * Turns what is below the chin back, so that heads are turned on their shoulders.
   *
   * @param places by whose height it is told what is below
   */
  private void twistNeck(Neck neck, int from, int to, float[] places) {
    float[] p = scene.position;
    for (int i = 3 * from; i < 3 * to; i += 3) {
      float share = FaceAtlas.smoothstep(-8.5f, -17, places[i + 1]);
      if (share <= 0) {
        continue;
      }
      double yaw = Math.toRadians(-neck.yaw()) * share;
      double pitch = Math.toRadians(-neck.pitch()) * share;
      float cos = (float) Math.cos(yaw);
      float sin = (float) Math.sin(yaw);
      float x = p[i];
      float z = p[i + 2] + 1;
      p[i] = cos * x + sin * z;
      p[i + 2] = -sin * x + cos * z - 1;
      cos = (float) Math.cos(pitch);
      sin = (float) Math.sin(pitch);
      float y = p[i + 1] + 8;
      z = p[i + 2];
      p[i + 1] = cos * y - sin * z - 8;
      p[i + 2] = sin * y + cos * z;
    }
  }
}
