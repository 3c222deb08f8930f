package org.icsregistry.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Java program with its settings.
 *
 * @param name as shown to people and used for the log
 * @param yields whether it leaves the processors to the others when there are too few of them
 * @param flags of the Java machine
 * @param target what to run, with arguments
 * @param environment added to the environment of the launcher
 */
record JavaProgram(
    String name,
    boolean yields,
    List<String> flags,
    List<String> target,
    Map<String, String> environment) {

  JavaProgram {
    flags = List.copyOf(flags);
    target = List.copyOf(target);
    environment = Map.copyOf(environment);
  }

  /** A program of the launcher's own class path. */
  static JavaProgram ofThisClassPath(
      String name,
      List<String> flags,
      Map<String, String> environment,
      String... mainAndArguments) {
    var target = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path")));
    target.addAll(List.of(mainAndArguments));
    return new JavaProgram(name, false, flags, target, environment);
  }

  /** The same program, which leaves the processors to the others. */
  JavaProgram yielding() {
    return new JavaProgram(name, true, flags, target, environment);
  }

  List<String> command() {
    var command = new ArrayList<String>();
    if (yields) {
      command.add("nice");
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(target);
    return command;
  }
}
