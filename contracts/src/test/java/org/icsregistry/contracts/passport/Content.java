package org.icsregistry.contracts.passport;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a passport says, whatever the order in which it was said. */
record Content(
    List<Object> person, Map<String, Application> applications, Map<String, Placement> placements) {

  static Content of(Passport passport) {
    var p = passport.person();
    return new Content(
        List.of(
            Optional.ofNullable(p.name()),
            Optional.ofNullable(p.dateOfBirth()),
            Optional.ofNullable(p.contact()),
            p.links(),
            p.grants(),
            p.checks(),
            p.trainings(),
            counted(p.requests()),
            counted(p.recognitions()),
            p.clearances(),
            p.callUps(),
            p.standing().bypasses(),
            Optional.ofNullable(p.availability())),
        passport.applications(),
        passport.placements());
  }

  private static <T> Map<T, Long> counted(List<T> list) {
    return list.stream().collect(Collectors.groupingBy(t -> t, Collectors.counting()));
  }
}
