package facedepth.notebook.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import facedepth.notebook.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every notebook from top to bottom, in Jupyter, doing little. Skipped where Jupyter's nbconvert is
 * missing, which {@code scripts/install-jupyter} installs.
 */
class NotebooksTest {
  private static final int CELL_SECONDS = 600;

  @TempDir private Path folder;
  private Jupyter jupyter;

  @BeforeEach
  void installKernel() throws IOException {
    assumeTrue(Jupyter.canExecute(), "jupyter-nbconvert is not on the PATH");
    KernelFolder.install(folder.resolve("jupyter"), Repository.root());
    jupyter = new Jupyter(folder.resolve("jupyter")).brief();
  }

  static Stream<String> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(Repository.root().resolve("notebooks"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".ipynb"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void runsFromTopToBottom(String name) throws Exception {
    assumeTrue(
        Files.exists(Repository.root().resolve("models/default.onnx")), "there are no weights");
    Path log = folder.resolve("log");
    boolean well =
        jupyter.execute(
            Repository.root().resolve("notebooks").resolve(name),
            folder,
            log.toFile(),
            CELL_SECONDS);
    assertThat(folder.resolve(name)).as(Files.readString(log)).isRegularFile();
    ExecutedNotebook executed = ExecutedNotebook.read(folder.resolve(name));
    assertThat(executed.errors()).isEmpty();
    assertThat(well).as(Files.readString(log)).isTrue();
    assertThat(executed.codeCells()[1]).as("cells run").isEqualTo(executed.codeCells()[0]);
    assertThat(executed.pictures()).as("pictures shown").isPositive();
    assertThat(executed.html()).as("a mesh to turn").contains("<iframe", "GLTFLoader");
    assertThat(executed.html()).as("curves").contains("<polyline");
    assertThat(folder.resolve(name.replace(".ipynb", ".html"))).isRegularFile();
  }

  @Test
  void failsWhereACellFails() throws Exception {
    Path broken = folder.resolve("broken.ipynb");
    Files.writeString(
        broken,
        """
        {"nbformat": 4, "nbformat_minor": 5,
         "metadata": {"kernelspec": {"name": "facedepth", "display_name": "f", "language": "java"}},
         "cells": [
          {"id": "a", "cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [],
           "source": ["throw new IllegalStateException(\\"on purpose\\");"]}]}
        """);
    Path output = Files.createDirectories(folder.resolve("output"));
    Path log = folder.resolve("log");
    assertThat(jupyter.execute(broken, output, log.toFile(), CELL_SECONDS)).isFalse();
    assertThat(ExecutedNotebook.read(output.resolve("broken.ipynb")).errors())
        .as(Files.readString(log))
        .singleElement()
        .asString()
        .contains("on purpose");
  }
}
