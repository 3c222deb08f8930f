package org.icsregistry.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands at the root, as far as they can be tried without building inside a build. */
class CommandsTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @ParameterizedTest
  @ValueSource(strings = {"run", "test", "bin/build"})
  void a_command_explains_itself_without_building(String command) throws Exception {
    Answer answer = call(ROOT.resolve(command).toString(), "--help");
    assertThat(answer.code()).isZero();
    assertThat(answer.output()).startsWith("Usage: ").contains("Exit code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "test", "bin/build", "bin/jdk25", ".ci/run"})
  void a_command_has_no_syntax_error(String command) throws Exception {
    assertThat(call("bash", "-n", ROOT.resolve(command).toString())).isEqualTo(new Answer(0, ""));
  }

  @Test
  void an_unknown_option_of_the_build_is_refused() throws Exception {
    Answer answer = call(ROOT.resolve("bin/build").toString(), "--fast");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.output()).contains("Unknown option --fast");
  }

  @Test
  void a_jdk_25_is_found() throws Exception {
    Answer answer = call(ROOT.resolve("bin/jdk25").toString());
    assertThat(answer.code()).isZero();
    assertThat(Path.of(answer.output().strip()).resolve("bin").resolve("java")).isExecutable();
  }

  private static Answer call(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = String.join("\n", process.inputReader().lines().toList());
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Answer(process.exitValue(), output);
  }

  private record Answer(int code, String output) {}
}
