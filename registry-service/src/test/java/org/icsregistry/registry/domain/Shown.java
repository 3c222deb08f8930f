package org.icsregistry.registry.domain;

import static org.icsregistry.registry.domain.World.CHRISTIE;
import static org.icsregistry.registry.domain.World.LAST_WEEK;
import static org.icsregistry.registry.domain.World.MANCHESTER;

import java.time.LocalDate;
import java.util.List;
import org.icsregistry.contracts.code.ItemRejection;
import org.icsregistry.contracts.code.SharingPurpose;
import org.icsregistry.contracts.code.ViewPurpose;
import org.icsregistry.contracts.message.Command;
import org.icsregistry.contracts.message.Event;
import org.icsregistry.contracts.message.PassportCommand.AcceptItem;
import org.icsregistry.contracts.message.PassportCommand.CompleteVerification;
import org.icsregistry.contracts.message.PassportCommand.IssuePassport;
import org.icsregistry.contracts.message.PassportCommand.NoteView;
import org.icsregistry.contracts.message.PassportCommand.RejectItem;
import org.icsregistry.contracts.message.PassportCommand.SharePassport;
import org.icsregistry.contracts.problem.ProblemCode;

/** The Christie's passport of a person with two items, one of which is shared with Manchester. */
final class Shown {

  final World world;
  final String person;
  final String passport = World.id();
  final String share = World.id();

  /** Shared. */
  final String identity;

  /** In the passport, and not shared. */
  final String fire;

  private Shown(World world) {
    this.world = world;
    this.person = world.aPerson();
    this.identity = world.identity(CHRISTIE, person);
    this.fire = world.fireTraining(CHRISTIE, person);
  }

  static Shown none(World world) {
    return new Shown(world);
  }

  static Shown issued(World world) {
    var shown = none(world);
    shown.accept(CHRISTIE, shown.issue());
    return shown;
  }

  static Shown shared(World world) {
    var shown = issued(world);
    shown.accept(CHRISTIE, shown.share(LocalDate.parse("2026-11-09")));
    return shown;
  }

  static Shown begun(World world) {
    var shown = shared(world);
    shown.accept(MANCHESTER, shown.look());
    return shown;
  }

  List<Event> accept(String organisation, Command command) {
    return world.accept(organisation, person, command);
  }

  ProblemCode refuse(String organisation, Command command) {
    return world.refuse(organisation, person, command);
  }

  IssuePassport issue() {
    return issue(List.of(identity, fire));
  }

  IssuePassport issue(List<String> items) {
    return new IssuePassport(passport, LAST_WEEK, items);
  }

  SharePassport share(LocalDate until) {
    return share(List.of(identity), until);
  }

  SharePassport share(List<String> items, LocalDate until) {
    return new SharePassport(passport, share, MANCHESTER, SharingPurpose.PLACEMENT, items, until);
  }

  NoteView look() {
    return new NoteView(passport, share, ViewPurpose.VERIFICATION);
  }

  AcceptItem take(String item) {
    return new AcceptItem(passport, share, item);
  }

  RejectItem reject(String item) {
    return new RejectItem(passport, share, item, ItemRejection.INCORRECT_INFORMATION);
  }

  CompleteVerification complete() {
    return new CompleteVerification(passport, share);
  }
}
