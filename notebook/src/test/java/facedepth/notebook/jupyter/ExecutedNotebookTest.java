package facedepth.notebook.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutedNotebookTest {
  @TempDir private Path folder;

  @Test
  void tellsWhichCellFailed() throws IOException {
    ExecutedNotebook notebook =
        ExecutedNotebook.read(
            Files.writeString(
                folder.resolve("a.ipynb"),
                """
                {"cells": [
                 {"cell_type": "markdown", "source": ["# A"]},
                 {"cell_type": "code", "execution_count": 1, "source": ["1 + 1"], "outputs": [
                   {"output_type": "execute_result", "data": {"text/html": ["2"]}}]},
                 {"cell_type": "code", "execution_count": 2, "source": ["int a =\\n", "b;"], "outputs": [
                   {"output_type": "error", "traceback": ["\\u001b[31mcannot find b\\u001b[0m"]}]},
                 {"cell_type": "code", "execution_count": null, "source": ["3"], "outputs": []}]}
                """));
    assertThat(notebook.errors()).containsExactly("int a =\nb;\n--> cannot find b");
    assertThat(notebook.codeCells()).containsExactly(3, 2);
    assertThat(notebook.html()).isEqualTo("2");
  }
}
