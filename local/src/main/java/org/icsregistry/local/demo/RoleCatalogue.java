package org.icsregistry.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.icsregistry.contracts.code.CheckCode;
import org.icsregistry.contracts.code.Jurisdiction;
import org.icsregistry.contracts.rules.RequirementLine;
import org.icsregistry.contracts.rules.RequirementLine.AgeLine;
import org.icsregistry.contracts.rules.RequirementLine.CheckLine;
import org.icsregistry.contracts.rules.RequirementLine.TrainingLine;
import org.jspecify.annotations.Nullable;

/** Writes out a role's requirement lines from the names the role table uses for them. */
final class RoleCatalogue {

  private final ReferenceFiles.Roles file;
  private final Map<String, TrainingSubject> subjects;

  RoleCatalogue(ReferenceFiles.Roles file, List<TrainingSubject> subjects) {
    this.file = file;
    this.subjects =
        subjects.stream().collect(Collectors.toMap(TrainingSubject::code, Function.identity()));
  }

  List<CatalogueRole> roles() {
    return file.roles().stream().map(this::role).toList();
  }

  private CatalogueRole role(ReferenceFiles.Role role) {
    return new CatalogueRole(
        role.code(),
        role.title(),
        role.mode(),
        role.remote(),
        role.under18(),
        role.activity(),
        requirements(role),
        role.sources(),
        role.notes(),
        role.unverified());
  }

  private List<RequirementLine> requirements(ReferenceFiles.Role role) {
    var lines = new ArrayList<RequirementLine>();
    lines.add(age(role.minAge(), role.maxAge()));
    role.checks().forEach(name -> lines.add(check(name)));
    Stream.of(CheckCode.values())
        .filter(check -> check.onlyForTheYoung() && role.under18().contains(check.name()))
        .forEach(check -> lines.add(forTheYoung(check)));
    role.training().stream()
        .flatMap(this::unbundled)
        .map(code -> training(subject(code)))
        .forEach(lines::add);
    return List.copyOf(lines);
  }

  private static AgeLine age(int minAge, @Nullable Integer maxAge) {
    return new AgeLine(minAge, maxAge, true, false, Jurisdiction.ICS, null);
  }

  private CheckLine check(String name) {
    var line = file.lines().get(name);
    if (line == null) {
      throw ReferenceData.missing("requirement line", name, "roles.json");
    }
    return line;
  }

  private static CheckLine forTheYoung(CheckCode check) {
    return new CheckLine(
        check, null, null, null, null, null, null, true, false, Jurisdiction.ICS, null);
  }

  private Stream<String> unbundled(String name) {
    return file.bundles().getOrDefault(name, List.of(name)).stream();
  }

  private TrainingLine training(TrainingSubject subject) {
    return new TrainingLine(
        subject.code(),
        satisfiedBy(subject),
        subject.refreshMonths(),
        subject.portable(),
        true,
        false,
        subject.jurisdiction(),
        subject.typicalDays());
  }

  private @Nullable List<String> satisfiedBy(TrainingSubject subject) {
    var higher =
        subjects.values().stream()
            .filter(other -> other.satisfies().contains(subject.code()))
            .map(TrainingSubject::code)
            .sorted()
            .toList();
    return higher.isEmpty() ? null : higher;
  }

  private TrainingSubject subject(String code) {
    var subject = subjects.get(code);
    if (subject == null) {
      throw ReferenceData.missing("training subject", code, "training-subjects.json");
    }
    return subject;
  }
}
