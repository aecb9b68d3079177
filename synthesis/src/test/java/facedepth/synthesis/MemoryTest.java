package facedepth.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Rendering keeps its scratch memory: it allocates little more than what it hands out. */
class MemoryTest {
  private static final int SIZE = 128;
  private static final int HANDED_OUT = 10 * 4 * SIZE * SIZE; // rgb, cover, depth twice, normals

  @Test
  void aSampleAllocatesNoMoreThanAFewTimesWhatItIs() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    FaceGenerator generator = new FaceGenerator(TestHeads.ellipsoid(), SIZE, 3);
    for (int i = 0; i < 20; i++) {
      generator.face(i);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 40; i++) {
      generator.face(i);
    }
    long first = threads.getCurrentThreadAllocatedBytes() - before;
    before += first;
    for (int i = 0; i < 40; i++) {
      generator.face(i);
    }
    long again = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(first / 40).as("bytes a sample").isLessThan(4L * HANDED_OUT);
    assertThat(again).as("the same work again").isBetween(first * 9 / 10, first * 11 / 10);
  }
}
