package org.icsregistry.local.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotLocalTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "production"})
  void it_refuses_to_start_unless_the_profile_local_is_active(String profiles) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SignInApplication.class.getName(),
                "--server.port=0",
                "--spring.profiles.active=" + profiles)
            .redirectErrorStream(true)
            .start();
    String output = String.join("\n", process.inputReader().lines().toList());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(78);
    assertThat(output)
        .contains("starts only with the profile 'local'", "your own identity provider");
    assertThat(List.of(output.split("\n"))).noneMatch(line -> line.startsWith("\tat "));
  }
}
