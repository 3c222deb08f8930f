package org.icsregistry.local.demo;

import java.util.List;

/**
 * What a fresh demonstration system knows before anybody has done anything. Read from the files
 * under {@code reference/}, whose headers explain every field and name the sources.
 *
 * @param demonstrationPartners the organisations that act as partners in the demonstration
 */
public record ReferenceData(
    List<Organisation> organisations,
    List<Organisation> demonstrationPartners,
    List<TrainingSubject> trainingSubjects,
    List<CatalogueRole> roles,
    List<CodeList> codeLists) {

  public static ReferenceData load() {
    var organisations =
        ReferenceFiles.read("organisations.json", ReferenceFiles.Organisations.class);
    var subjects =
        TrainingCatalogue.subjects(
            ReferenceFiles.read("training-subjects.json", ReferenceFiles.Training.class));
    var roles = ReferenceFiles.read("roles.json", ReferenceFiles.Roles.class);
    return new ReferenceData(
        organisations.organisations(),
        organisations.demonstrationPartners().stream()
            .map(code -> organisation(organisations.organisations(), code))
            .toList(),
        subjects,
        new RoleCatalogue(roles, subjects).roles(),
        ReferenceFiles.read("codes.json", ReferenceFiles.Codes.class).lists());
  }

  public Organisation organisation(String code) {
    return organisation(organisations, code);
  }

  public TrainingSubject trainingSubject(String code) {
    return trainingSubjects.stream()
        .filter(subject -> subject.code().equals(code))
        .findFirst()
        .orElseThrow(() -> missing("training subject", code, "training-subjects.json"));
  }

  public CatalogueRole role(String code) {
    return roles.stream()
        .filter(role -> role.code().equals(code))
        .findFirst()
        .orElseThrow(() -> missing("role", code, "roles.json"));
  }

  public CodeList codes(String name) {
    return codeLists.stream()
        .filter(list -> list.name().equals(name))
        .findFirst()
        .orElseThrow(() -> missing("code list", name, "codes.json"));
  }

  private static Organisation organisation(List<Organisation> organisations, String code) {
    return organisations.stream()
        .filter(organisation -> code.equals(organisation.code()))
        .findFirst()
        .orElseThrow(() -> missing("organisation", code, "organisations.json"));
  }

  static IllegalArgumentException missing(String what, String code, String file) {
    return new IllegalArgumentException(
        "Expected the " + what + " " + code + " in reference/" + file + "; add it or correct it.");
  }
}
