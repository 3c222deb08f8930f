package org.icsregistry.registry.domain;

import static org.icsregistry.contracts.problem.ProblemCode.HOST_ONLY;
import static org.icsregistry.contracts.problem.ProblemCode.MERGE_STATE;
import static org.icsregistry.contracts.problem.ProblemCode.SUBJECT_MISMATCH;
import static org.icsregistry.contracts.problem.ProblemCode.VOLUNTEER_MERGED;
import static org.icsregistry.contracts.problem.ProblemCode.VOLUNTEER_UNKNOWN;
import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.MANCHESTER;
import static org.icsregistry.registry.domain.World.WARD;
import static org.icsregistry.registry.fixture.Commands.HOST;

import java.util.stream.Stream;
import org.icsregistry.contracts.message.MergeCommand.MergeVolunteers;
import org.icsregistry.contracts.message.MergeCommand.UnmergeVolunteers;
import org.icsregistry.contracts.message.PlacementCommand.OfferPlacement;
import org.icsregistry.registry.domain.EveryRefusalTest.Way;

/** Two ids of one person. */
final class MergeWays {

  private MergeWays() {}

  static Stream<Way> all() {
    return Stream.concat(merging(), unmerging());
  }

  private static Stream<Way> merging() {
    return Stream.of(
        new Way(
            HOST_ONLY,
            "a partner merges",
            w -> {
              var person = w.aPerson();
              return w.refuse(CHRISTIE, person, new MergeVolunteers(person, w.aPerson()));
            }),
        new Way(
            SUBJECT_MISMATCH,
            "the subject is neither id",
            w -> w.refuse(HOST, w.aPerson(), new MergeVolunteers(w.aPerson(), w.aPerson()))),
        new Way(
            SUBJECT_MISMATCH,
            "both ids are the same",
            w -> {
              var person = w.aPerson();
              return w.refuse(HOST, person, new MergeVolunteers(person, person));
            }),
        new Way(
            VOLUNTEER_UNKNOWN,
            "the surviving id is nobody's",
            w -> {
              var person = w.aPerson();
              return w.refuse(HOST, person, new MergeVolunteers(person, World.id()));
            }),
        new Way(
            MERGE_STATE,
            "the survivor is told first",
            w -> {
              var survivor = w.aPerson();
              return w.refuse(HOST, survivor, new MergeVolunteers(w.aPerson(), survivor));
            }),
        new Way(
            VOLUNTEER_MERGED,
            "a placement is offered under the merged id",
            w -> {
              var person = w.aPerson();
              w.accept(HOST, person, new MergeVolunteers(person, w.aPerson()));
              return w.refuse(MANCHESTER, person, new OfferPlacement(World.id(), WARD));
            }));
  }

  private static Stream<Way> unmerging() {
    return Stream.of(
        new Way(
            MERGE_STATE,
            "two ids that were never merged are taken apart",
            w -> {
              var survivor = w.aPerson();
              return w.refuse(HOST, survivor, new UnmergeVolunteers(w.aPerson(), survivor));
            }),
        new Way(
            MERGE_STATE,
            "the merged id is reopened first",
            w -> {
              var survivor = w.aPerson();
              var merged = w.aPerson();
              w.accept(HOST, merged, new MergeVolunteers(merged, survivor));
              w.accept(HOST, survivor, new MergeVolunteers(merged, survivor));
              return w.refuse(HOST, merged, new UnmergeVolunteers(merged, survivor));
            }));
  }
}
