package org.icsregistry.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class JavaProgramTest {

  private final JavaProgram program =
      JavaProgram.ofThisClassPath(
          "niceness", List.of("-Xmx16m"), Map.of(), PrintsItsNiceness.class.getName());

  @Test
  void a_program_that_yields_lets_the_others_go_first() throws Exception {
    assertThat(niceness(program.yielding())).isGreaterThan(niceness(program));
  }

  private static int niceness(JavaProgram program) throws IOException, InterruptedException {
    var process = new ProcessBuilder(program.command()).redirectErrorStream(true).start();
    var printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(printed).isZero();
    return Integer.parseInt(printed);
  }

  static final class PrintsItsNiceness {

    /**
     * The nineteenth field of the line, counted after the name, which may have blanks (proc(5)).
     */
    public static void main(String[] arguments) throws IOException {
      var line = Files.readString(Path.of("/proc/self/stat"));
      System.out.println(line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[16]);
    }
  }
}
