package org.icsregistry.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes out a role's requirement lines from the names the role table uses for them. */
final class RoleCatalogue {

  private final ReferenceFiles.Roles file;
  private final Map<String, TrainingSubject> subjects;

  RoleCatalogue(ReferenceFiles.Roles file, List<TrainingSubject> subjects) {
    this.file = file;
    this.subjects =
        subjects.stream().collect(Collectors.toMap(TrainingSubject::code, Function.identity()));
  }

  List<RoleProfile> roles() {
    return file.roles().stream().map(this::role).toList();
  }

  private RoleProfile role(ReferenceFiles.Role role) {
    return new RoleProfile(
        role.code(),
        role.title(),
        role.mode(),
        role.remote(),
        role.minAge(),
        role.maxAge(),
        role.under18(),
        role.activity(),
        lines(role),
        role.sources(),
        role.notes(),
        role.unverified());
  }

  private List<RequirementLine> lines(ReferenceFiles.Role role) {
    var lines = new ArrayList<RequirementLine>();
    lines.add(RequirementLine.minAge(role.minAge()));
    if (role.maxAge() != null) {
      lines.add(RequirementLine.maxAge(role.maxAge()));
    }
    role.checks().forEach(name -> lines.add(check(name)));
    role.training().stream()
        .flatMap(this::unbundled)
        .map(code -> RequirementLine.training(subject(code)))
        .forEach(lines::add);
    return List.copyOf(lines);
  }

  private RequirementLine check(String name) {
    var line = file.lines().get(name);
    if (line == null) {
      throw ReferenceData.missing("requirement line", name, "roles.json");
    }
    return line;
  }

  private Stream<String> unbundled(String name) {
    return file.bundles().getOrDefault(name, List.of(name)).stream();
  }

  private TrainingSubject subject(String code) {
    var subject = subjects.get(code);
    if (subject == null) {
      throw ReferenceData.missing("training subject", code, "training-subjects.json");
    }
    return subject;
  }
}
