package org.icsregistry.local.demo.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.icsregistry.local.demo.founding.Founding;
import org.icsregistry.local.demo.play.DemoCommand;

/**
 * The commands about all people. Some hundred people's are under way at a time, so that commands
 * about one person lie apart as in life; nobody else is in memory.
 */
public final class People implements Iterator<DemoCommand> {

  private static final int UNDER_WAY = 256;

  private final List<Desk> desks;
  private final long seed;
  private final long people;
  private final LocalDate today;
  private final Dice dice;
  private final List<Iterator<DemoCommand>> underWay = new ArrayList<>(UNDER_WAY);
  private long begun;

  public People(Founding founding, long seed, long people, LocalDate today) {
    this.desks = Desk.of(founding);
    this.seed = seed;
    this.people = people;
    this.today = today;
    this.dice = Dice.of(~seed, people);
  }

  /** How many people's commands have all been handed out. */
  public long finished() {
    return begun - underWay.size();
  }

  @Override
  public boolean hasNext() {
    while (underWay.size() < UNDER_WAY && begun < people) {
      underWay.add(Journey.of(seed, begun++, desks, today).iterator());
    }
    return !underWay.isEmpty();
  }

  @Override
  public DemoCommand next() {
    if (!hasNext()) {
      throw new NoSuchElementException("All " + people + " people are done");
    }
    int place = dice.between(0, underWay.size() - 1);
    var person = underWay.get(place);
    var command = person.next();
    if (!person.hasNext()) {
      var last = underWay.removeLast();
      if (place < underWay.size()) {
        underWay.set(place, last);
      }
    }
    return command;
  }
}
