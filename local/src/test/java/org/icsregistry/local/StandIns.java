package org.icsregistry.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Ports and programs for tests of the launcher. */
final class StandIns {

  private StandIns() {}

  static Map<Place, Integer> freePorts() {
    return new EnumMap<>(PortPlan.ofFreePorts().ports());
  }

  /** A built project in which small programs stand for the three services and the witnesses. */
  static Path project(Path home) throws IOException {
    for (String module :
        new String[] {"registry-service", "onboarding-service", "projection-service", "auditor"}) {
      Path directory = home.resolve(module).resolve("target").resolve("app");
      Files.createDirectories(directory);
      jar(directory.resolve(module + "-app.jar"));
    }
    return home;
  }

  private static void jar(Path file) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
    String entry = StandInService.class.getName().replace('.', '/') + ".class";
    try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest);
        var code = StandInService.class.getClassLoader().getResourceAsStream(entry)) {
      if (code == null) {
        throw new IOException("Not on the class path: " + entry);
      }
      jar.putNextEntry(new JarEntry(entry));
      code.transferTo(jar);
    }
  }
}
