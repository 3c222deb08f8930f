package org.icsregistry.auditor.finding;

import java.time.Instant;

/** What is wrong with entries of the log, wherever they are read. */
public sealed interface EntryFinding extends Finding.AtIndex {

  /** The bytes of an event are not those that were signed. */
  record EntryAltered(String source, long index, String leafHash, String instead, String provable)
      implements EntryFinding {
    @Override
    public String expected() {
      return "an event with leaf hash " + leafHash;
    }

    @Override
    public String received() {
      return "bytes with leaf hash " + instead;
    }
  }

  /** An event is left out. */
  record EntryRemoved(String source, long index, String provable) implements EntryFinding {
    @Override
    public String expected() {
      return "the event of this index";
    }

    @Override
    public String received() {
      return "the event after it in its place, or nothing";
    }
  }

  /** Something stands between two events that were signed as neighbours. */
  record EntryInserted(String source, long index, String instead) implements EntryFinding {
    @Override
    public String expected() {
      return "the event of this index";
    }

    @Override
    public String received() {
      return "before it, bytes with leaf hash " + instead;
    }

    @Override
    public String provable() {
      return "no proof can be made for what was inserted, because it is in no signed tree";
    }
  }

  /** Two events have changed places. */
  record EntriesSwapped(String source, long index, long other) implements EntryFinding {
    @Override
    public String expected() {
      return "the events in the order in which they were signed";
    }

    @Override
    public String received() {
      return "the event of index %d here, and this one there".formatted(other);
    }

    @Override
    public String provable() {
      return "the true place of each: `prove` makes a proof for either index";
    }
  }

  /** The source ends early. */
  record EntriesMissing(String source, long index, long size) implements EntryFinding {
    @Override
    public String expected() {
      return "events up to index %d, which a signed checkpoint covers".formatted(size - 1);
    }

    @Override
    public String received() {
      return "the end of the log before index " + index;
    }

    @Override
    public String provable() {
      return "that %d events were signed: the checkpoint of that size is the evidence"
          .formatted(size);
    }
  }

  /** The event says of itself that it stands elsewhere. */
  record WrongIndexInside(String source, long index, long claimed) implements EntryFinding {
    @Override
    public String expected() {
      return "an event with logindex " + index;
    }

    @Override
    public String received() {
      return "an event with logindex " + claimed;
    }

    @Override
    public String provable() {
      return "that the registry signed an event with the wrong index, if the root fits";
    }
  }

  /** The record's key is outside the tree, and readers choose a person's events by it. */
  record WrongKey(String source, long index) implements EntryFinding {
    @Override
    public String expected() {
      return "a record whose key is the subject of its event";
    }

    @Override
    public String received() {
      return "another key";
    }

    @Override
    public String provable() {
      return "nothing: no signature covers the key; the event itself is as it was signed";
    }
  }

  /** Not an event at all. */
  record EntryMalformed(String source, long index, String why) implements EntryFinding {
    @Override
    public String expected() {
      return "a CloudEvent of the published language";
    }

    @Override
    public String received() {
      return why;
    }

    @Override
    public String provable() {
      return "that these bytes stand at this index, if the root fits";
    }
  }

  /** An event of a type that this release does not know. */
  record UnknownType(String source, long index) implements EntryFinding {
    @Override
    public Weight weight() {
      return Weight.NOTICE;
    }

    @Override
    public String expected() {
      return "a type of event that this release knows";
    }

    @Override
    public String received() {
      return "another type, of a newer release perhaps";
    }

    @Override
    public String provable() {
      return "its place and bytes as those of any event; only its meaning is not checked";
    }
  }

  /** The log's clock went back. */
  record ClockWentBack(String source, long index, Instant before, Instant at)
      implements EntryFinding {
    @Override
    public String expected() {
      return "a time of recording not before " + before;
    }

    @Override
    public String received() {
      return at.toString();
    }

    @Override
    public String provable() {
      return "both times, by proofs of this event and the one before";
    }
  }

  /** The partner's signature of the command does not carry the event. */
  record PartnerSignatureWrong(String source, long index, String organisation, String defect)
      implements EntryFinding {
    @Override
    public String expected() {
      return "a signature by a key of %s on the command that the event follows from"
          .formatted(organisation);
    }

    @Override
    public String received() {
      return defect;
    }

    @Override
    public String provable() {
      return "that the registry recorded an act which the partner has not signed so";
    }
  }
}
