package org.icsregistry.auditor.finding;

import java.time.Duration;
import java.time.Instant;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/**
 * Something about a log that does not fit. Each defect has a record of its own; none quotes the
 * content of an event.
 */
public sealed interface Finding {
  /** How bad it is. */
  enum Weight {
    /** Something was changed, left out, or shown differently to different parties. */
    ALARM,
    /** Something is late or not understood; nothing says that it was tampered with. */
    NOTICE
  }

  /** {@link Weight#ALARM} unless a finding says otherwise. */
  default Weight weight() {
    return Weight.ALARM;
  }

  /** What should have been there. */
  String expected();

  /** What was there. */
  String received();

  /** What can be shown to somebody else about it. */
  String provable();

  /** Findings about one entry. */
  sealed interface AtIndex extends Finding {
    /** Log index of the event. */
    long index();

    /** The source that has it so. */
    String source();
  }

  /** The bytes of an event are not those that were signed. */
  record EntryAltered(String source, long index, String leafHash, String instead, String provable)
      implements AtIndex {
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
  record EntryRemoved(String source, long index, String provable) implements AtIndex {
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
  record EntryInserted(String source, long index, String instead) implements AtIndex {
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
  record EntriesSwapped(String source, long index, long other) implements AtIndex {
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
  record EntriesMissing(String source, long index, long size) implements AtIndex {
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
  record WrongIndexInside(String source, long index, long claimed) implements AtIndex {
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
  record WrongKey(String source, long index) implements AtIndex {
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
  record EntryMalformed(String source, long index, String why) implements AtIndex {
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
  record UnknownType(String source, long index) implements AtIndex {
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
  record ClockWentBack(String source, long index, Instant before, Instant at) implements AtIndex {
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

  String TOPIC_ALONE = "nothing by the topic alone; the tiles of the same log show what was signed";

  /** The partner's signature of the command does not carry the event. */
  record PartnerSignatureWrong(String source, long index, String organisation, String defect)
      implements AtIndex {
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

  /** A topic has an index twice. */
  record IndexTwice(String source, long index, String received) implements AtIndex {
    @Override
    public String expected() {
      return "every index once";
    }

    @Override
    public String provable() {
      return TOPIC_ALONE;
    }
  }

  /** A partition is not in the order of the log. */
  record PartitionDisordered(String source, long index, String received) implements AtIndex {
    @Override
    public String expected() {
      return "within a partition, indexes in increasing order";
    }

    @Override
    public String provable() {
      return TOPIC_ALONE;
    }
  }

  /** A record of the topic is no entry of the log. */
  record RecordMalformed(String source, long index, String received) implements AtIndex {
    @Override
    public String expected() {
      return "records with a key, one index header and the bytes of an event";
    }

    @Override
    public String provable() {
      return TOPIC_ALONE;
    }
  }

  /** A row of the event store contradicts the event in it, or its neighbours. */
  record RowBroken(String source, long index, String expected, String received) implements AtIndex {
    @Override
    public String provable() {
      return "by `verify`, if the event itself was touched; the other columns are in no tree";
    }
  }

  /** A word that was planted in the data of somebody forgotten can still be read. */
  record PlantedWordFound(String place, long times) implements Finding {
    @Override
    public String expected() {
      return "none of the planted words";
    }

    @Override
    public String received() {
      return "the word " + times + " time(s)";
    }

    @Override
    public String provable() {
      return "to whoever reads that place";
    }
  }

  /** Of somebody whom the log says was forgotten, keys are left that open something. */
  record KeysLeft(String source, long index, long keys) implements AtIndex {
    @Override
    public String expected() {
      return "no key of the person, but those that a legal hold keeps out of use";
    }

    @Override
    public String received() {
      return keys + " key(s) that open";
    }

    @Override
    public String provable() {
      return "the event that says so: `prove` makes a proof of it; a restart of the registry destroys the keys";
    }
  }

  /** The database's own head, checkpoint or tile contradicts its events. */
  record StoreBroken(String what, String expected, String received) implements Finding {
    @Override
    public String provable() {
      return "by `verify` against any checkpoint that others hold";
    }
  }

  /** A copy has other bytes than the event store. */
  record CopyDiffers(String source, long index, String expected, String received)
      implements AtIndex {
    @Override
    public String provable() {
      return "by `verify`, which of the two was signed";
    }
  }

  /** A read model is not what the log makes of it. */
  record ReadModelDiffers(String model, long nextIndex, String expected, String received)
      implements Finding {
    @Override
    public String provable() {
      return "by `replay --compare`, what the log says; a rebuild makes the model anew";
    }
  }

  /** A tile of hashes does not belong to the signed tree. */
  record TileAltered(String source, String path, int place, String provable) implements Finding {
    @Override
    public String expected() {
      return "the hash of the signed tree at place %d of %s".formatted(place, path);
    }

    @Override
    public String received() {
      return "another hash";
    }
  }

  /** A tile is missing or has the wrong length. */
  record TileUnreadable(String source, String path, String why) implements Finding {
    @Override
    public String expected() {
      return "a tile at " + path;
    }

    @Override
    public String received() {
      return why;
    }

    @Override
    public String provable() {
      return "that a signed tree demands this tile";
    }
  }

  /** The entries do not make the root that was signed, and no single one can be named. */
  record RootMismatch(long lastGood, long size, String signed, String computed) implements Finding {
    @Override
    public String expected() {
      return "root %s at size %d".formatted(signed, size);
    }

    @Override
    public String received() {
      return "root %s; up to size %d all is as it was signed".formatted(computed, lastGood);
    }

    @Override
    public String provable() {
      return "that what is handed out for indexes %d to %d is not what was signed: checkpoint and entries are the evidence"
          .formatted(lastGood, size - 1);
    }
  }

  /** A checkpoint that is none, or not signed by the log. */
  record CheckpointRejected(String source, long number, String why) implements Finding {
    @Override
    public String expected() {
      return "a checkpoint signed by a log of the policy";
    }

    @Override
    public String received() {
      return why;
    }

    @Override
    public String provable() {
      return "nothing against the log, whose signature it does not carry; the source handed it out as number "
          + number;
    }
  }

  /** The log has signed two histories. */
  record SplitView(String source, SignedCheckpoint one, SignedCheckpoint other, String why)
      implements Finding {
    @Override
    public String expected() {
      return "one history: the checkpoint of size %d as a beginning of the one of size %d"
          .formatted(one.checkpoint().size(), other.checkpoint().size());
    }

    @Override
    public String received() {
      return why;
    }

    @Override
    public String provable() {
      return "that the holder of the log's key misbehaved: both signed checkpoints are the evidence";
    }
  }

  /** The log has signed two histories, and the note of one of them is no longer handed out. */
  record CheckpointWithdrawn(long size, String signed, SignedCheckpoint other) implements Finding {
    @Override
    public String expected() {
      return "one history: the checkpoint of size %d with %s, which was read and rightly signed, in one with that of size %d"
          .formatted(size, signed, other.checkpoint().size());
    }

    @Override
    public String received() {
      return "two histories, and no source that still hands this checkpoint out";
    }

    @Override
    public String provable() {
      return "nothing to others without the note that is gone; monitors, witnesses and other auditors may hold it";
    }
  }

  /** The log is handed out smaller than it was. */
  record RolledBack(String source, SignedCheckpoint before, SignedCheckpoint now)
      implements Finding {
    @Override
    public String expected() {
      return "at least size " + before.checkpoint().size();
    }

    @Override
    public String received() {
      return "size " + now.checkpoint().size();
    }

    @Override
    public String provable() {
      return "that the larger size was signed: its checkpoint is the evidence";
    }
  }

  /** Nothing is signed. */
  record NoCheckpoint(String source) implements Finding {
    @Override
    public String expected() {
      return "a signed checkpoint";
    }

    @Override
    public String received() {
      return "none";
    }

    @Override
    public String provable() {
      return "nothing";
    }
  }

  /** Too few witnesses have seen the newest checkpoint. */
  record NotYetCosigned(long size, long cosignedSize) implements Finding {
    @Override
    public Weight weight() {
      return Weight.NOTICE;
    }

    @Override
    public String expected() {
      return "the cosignatures that the policy demands";
    }

    @Override
    public String received() {
      return cosignedSize < 0
          ? "no checkpoint with enough of them"
          : "enough of them only up to size " + cosignedSize;
    }

    @Override
    public String provable() {
      return "beyond that size only that the log has signed, not that everybody is shown the same";
    }
  }

  /** Too few witnesses have seen what was recorded long ago. */
  record CosignatureOverdue(
      long size, long cosignedSize, @Nullable Instant since, Duration patience) implements Finding {
    @Override
    public String expected() {
      return "the cosignatures that the policy demands, within %d minutes"
          .formatted(patience.toMinutes());
    }

    @Override
    public String received() {
      return "%s; the first event beyond has %s as its time"
          .formatted(
              cosignedSize < 0
                  ? "no checkpoint with enough of them"
                  : "enough of them only up to size " + cosignedSize,
              since == null ? "nothing readable" : since);
    }

    @Override
    public String provable() {
      return "that the log has signed this; ask the witnesses and other auditors whether they were shown the same, for a history made for one reader looks like this";
    }
  }

  /** One witness has not seen the newest checkpoint. */
  record WitnessLagging(String witness, long cosigned, long size) implements Finding {
    @Override
    public Weight weight() {
      return Weight.NOTICE;
    }

    @Override
    public String expected() {
      return "a cosignature of %s at size %d".formatted(witness, size);
    }

    @Override
    public String received() {
      return cosigned < 0 ? "none at all" : "its last one at size " + cosigned;
    }

    @Override
    public String provable() {
      return "nothing against anybody: the witness may be away";
    }
  }
}
