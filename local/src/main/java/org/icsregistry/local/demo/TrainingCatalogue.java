package org.icsregistry.local.demo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Joins subjects with their frameworks and follows "satisfies" down to the lowest level. */
final class TrainingCatalogue {

  private TrainingCatalogue() {}

  static List<TrainingSubject> subjects(ReferenceFiles.Training file) {
    var frameworks =
        file.frameworks().stream()
            .collect(Collectors.toMap(ReferenceFiles.Framework::code, Function.identity()));
    var subjects =
        file.subjects().stream()
            .collect(Collectors.toMap(ReferenceFiles.Subject::code, Function.identity()));
    return file.subjects().stream()
        .map(subject -> subject(subject, framework(frameworks, subject), subjects))
        .toList();
  }

  private static ReferenceFiles.Framework framework(
      Map<String, ReferenceFiles.Framework> frameworks, ReferenceFiles.Subject subject) {
    var framework = frameworks.get(subject.framework());
    if (framework == null) {
      throw ReferenceData.missing("framework", subject.framework(), "training-subjects.json");
    }
    return framework;
  }

  private static TrainingSubject subject(
      ReferenceFiles.Subject subject,
      ReferenceFiles.Framework framework,
      Map<String, ReferenceFiles.Subject> subjects) {
    Set<String> lower = new LinkedHashSet<>();
    addLower(subject, subjects, lower);
    if (lower.contains(subject.code())) {
      throw new IllegalArgumentException(
          "Training subject " + subject.code() + " satisfies itself; remove one of the links.");
    }
    return new TrainingSubject(
        subject.code(),
        subject.title(),
        subject.framework(),
        framework.jurisdiction(),
        subject.level(),
        subject.refreshMonths(),
        subject.refreshSetBy(),
        List.copyOf(lower),
        subject.portable(),
        subject.typicalDays(),
        subject.sources(),
        subject.unverified());
  }

  private static void addLower(
      ReferenceFiles.Subject subject,
      Map<String, ReferenceFiles.Subject> subjects,
      Set<String> lower) {
    for (String code : subject.satisfies()) {
      var next = subjects.get(code);
      if (next == null) {
        throw ReferenceData.missing("training subject", code, "training-subjects.json");
      }
      if (lower.add(code)) {
        addLower(next, subjects, lower);
      }
    }
  }
}
