package org.icsregistry.auditor.finding;

import java.time.Duration;
import java.time.Instant;
import org.icsregistry.log.checkpoint.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/** What is wrong with what was signed: tiles, roots, checkpoints, cosignatures. */
public sealed interface CheckpointFinding extends Finding {

  /** A tile of hashes does not belong to the signed tree. */
  record TileAltered(String source, String path, int place, String provable)
      implements CheckpointFinding {
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
  record TileUnreadable(String source, String path, String why) implements CheckpointFinding {
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
  record RootMismatch(long lastGood, long size, String signed, String computed)
      implements CheckpointFinding {
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
  record CheckpointRejected(String source, long number, String why) implements CheckpointFinding {
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
      implements CheckpointFinding {
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
  record CheckpointWithdrawn(long size, String signed, SignedCheckpoint other)
      implements CheckpointFinding {
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
      implements CheckpointFinding {
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
  record NoCheckpoint(String source) implements CheckpointFinding {
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
  record NotYetCosigned(long size, long cosignedSize) implements CheckpointFinding {
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
      long size, long cosignedSize, @Nullable Instant since, Duration patience)
      implements CheckpointFinding {
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
  record WitnessLagging(String witness, long cosigned, long size) implements CheckpointFinding {
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
