package org.icsregistry.bench.mix;

import java.util.List;

/** A person's way through one partner, up to where it has come. */
final class Volunteer {

  private final String id;
  private final String organisation;
  private final String application;
  private final String placement;
  private final List<Step> story;
  private int done;

  Volunteer(String id, String organisation, Ids ids, List<Step> story) {
    this.id = id;
    this.organisation = organisation;
    this.application = ids.next();
    this.placement = ids.next();
    this.story = story;
  }

  String id() {
    return id;
  }

  String application() {
    return application;
  }

  String placement() {
    return placement;
  }

  String partnerAndRole() {
    return "{\"partner\":\"" + organisation + "\",\"roleId\":\"" + Founding.ROLE + "\"}";
  }

  Step next() {
    return story.get(done++);
  }

  boolean finished() {
    return done == story.size();
  }

  boolean recruitedHere() {
    return story.equals(Step.RECRUITED);
  }

  Envelope command(Ids ids, String type, String data) {
    return new Envelope(organisation, ids.next(), type, id, data);
  }
}
