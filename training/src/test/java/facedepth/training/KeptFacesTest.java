package facedepth.training;

import static org.assertj.core.api.Assertions.assertThat;

import facedepth.synthesis.TestHeads;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptFacesTest {
  private static final int SIZE = 32;
  private static final int BYTES = 3 * SIZE * SIZE + 4 * SIZE * SIZE;

  private final EvaluationSet rendered =
      new RenderedSet(TestHeads.ellipsoid(), "ball", 3, SIZE, 5, false);
  private final AtomicInteger made = new AtomicInteger();

  private EvaluationSet counted() {
    return new EvaluationSet() {
      @Override
      public String title() {
        return rendered.title();
      }

      @Override
      public int count() {
        return rendered.count();
      }

      @Override
      public EvaluationFace face(int index) throws IOException {
        made.incrementAndGet();
        return rendered.face(index);
      }
    };
  }

  @Test
  void aFaceIsMadeOnceAndIsTheSameAgain() throws IOException {
    KeptFaces faces = new KeptFaces(counted(), 3L * BYTES);
    assertThat(faces.count()).isEqualTo(3);
    assertThat(faces.title()).isEqualTo(rendered.title());
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 3; i++) {
        EvaluationFace expected = rendered.face(i);
        EvaluationFace face = faces.face(i);
        assertThat(face.rgb()).isEqualTo(expected.rgb());
        assertThat(face.picture().size()).isEqualTo(SIZE);
        assertThat(face.depth().values()).isEqualTo(expected.depth().values());
        assertThat(face.name()).isEqualTo(expected.name());
        assertThat(face.buckets()).isEqualTo(expected.buckets());
        assertThat(face.camera()).isEqualTo(expected.camera());
      }
    }
    assertThat(made).hasValue(3);
  }

  @Test
  void noMoreAreKeptThanThereIsRoomFor() throws IOException {
    KeptFaces faces = new KeptFaces(counted(), 2L * BYTES + BYTES / 2);
    for (int i : new int[] {0, 1, 2, 2, 0, 1, 2}) {
      faces.face(i);
    }
    assertThat(made).hasValue(5);
  }

  /** The mean face looks at all faces before the first is judged. */
  @Test
  void anEvaluationRendersEachFaceOnce() throws IOException {
    KeptFaces faces = new KeptFaces(counted(), 3L * BYTES);
    EvaluationPictures pictures = new EvaluationPictures();
    Evaluation.of(List.of(new FlatDepth()), faces, 2, pictures, () -> {});
    assertThat(made).hasValue(3);
  }
}
