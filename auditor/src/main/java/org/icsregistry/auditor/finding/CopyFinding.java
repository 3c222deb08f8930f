package org.icsregistry.auditor.finding;

/**
 * What is wrong with the places where an operator keeps the log: event store, topic, read models.
 */
public sealed interface CopyFinding extends Finding {

  /** One entry is wrong there. */
  sealed interface OfEntry extends CopyFinding, Finding.AtIndex {}

  /** What a topic shows without the log's tiles. */
  String TOPIC_ALONE = "nothing by the topic alone; the tiles of the same log show what was signed";

  /** A topic has an index twice. */
  record IndexTwice(String source, long index, String received) implements OfEntry {
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
  record PartitionDisordered(String source, long index, String received) implements OfEntry {
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
  record RecordMalformed(String source, long index, String received) implements OfEntry {
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
  record RowBroken(String source, long index, String expected, String received) implements OfEntry {
    @Override
    public String provable() {
      return "by `verify`, if the event itself was touched; the other columns are in no tree";
    }
  }

  /** A word that was planted in the data of somebody forgotten can still be read. */
  record PlantedWordFound(String place, long times) implements CopyFinding {
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
  record KeysLeft(String source, long index, long keys) implements OfEntry {
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
  record StoreBroken(String what, String expected, String received) implements CopyFinding {
    @Override
    public String provable() {
      return "by `verify` against any checkpoint that others hold";
    }
  }

  /** A copy has other bytes than the event store. */
  record CopyDiffers(String source, long index, String expected, String received)
      implements OfEntry {
    @Override
    public String provable() {
      return "by `verify`, which of the two was signed";
    }
  }

  /** A read model is not what the log makes of it. */
  record ReadModelDiffers(String model, long nextIndex, String expected, String received)
      implements CopyFinding {
    @Override
    public String provable() {
      return "by `replay --compare`, what the log says; a rebuild makes the model anew";
    }
  }
}
