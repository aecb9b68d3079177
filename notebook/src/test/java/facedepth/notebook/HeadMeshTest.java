package facedepth.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import facedepth.geometry.Mesh;
import facedepth.synthesis.HeadModel;
import facedepth.synthesis.builtin.BuiltinHead;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadMeshTest {
  private final HeadModel head = BuiltinHead.create();

  @Test
  void nosePointsAtTheViewerAndTheCrownIsUp() {
    Mesh mesh = HeadMesh.of(head, Map.of(), Map.of());
    int nose = head.landmarks()[30];
    int chin = head.landmarks()[8];
    float[] positions = mesh.positions();
    assertThat(positions[3 * nose + 2]).as("z is away").isLessThan(positions[3 * chin + 2]);
    assertThat(positions[3 * nose + 1]).as("y is down").isLessThan(positions[3 * chin + 1]);
    assertThat(mesh.normals()[3 * nose + 2]).as("outward").isLessThan(-0.5f);
  }

  @Test
  void expressionsMoveWhatTheyAreToMove() {
    Mesh shut = HeadMesh.of(head, Map.of(), Map.of());
    Mesh open = HeadMesh.of(head, Map.of(), Map.of("jawOpen", 1.0));
    int chin = 3 * head.landmarks()[8] + 1;
    assertThat(open.positions()[chin]).isGreaterThan(shut.positions()[chin] + 0.5f);
    assertThatThrownBy(() -> HeadMesh.of(head, Map.of(), Map.of("jawOpn", 1.0)))
        .hasMessageContaining("no expression 'jawOpn'");
    assertThatThrownBy(() -> HeadMesh.of(head, Map.of(100_000, 1.0), Map.of()))
        .hasMessageContaining("mode 100000");
  }
}
