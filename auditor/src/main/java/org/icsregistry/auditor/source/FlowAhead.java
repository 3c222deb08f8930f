package org.icsregistry.auditor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a flow in a thread of its own, a bounded way ahead, so that reading and checking go on at
 * the same time.
 */
public final class FlowAhead implements EntryFlow {
  private static final int ENOUGH = 2_048;
  private static final int BATCHES = 4;

  private record Batch(List<Entry> entries, @Nullable RuntimeException failure) {}

  private final EntryFlow flow;
  private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(BATCHES);
  private volatile boolean closed;
  private @Nullable RuntimeException failure;
  private boolean ended;

  public FlowAhead(EntryFlow flow) {
    this.flow = flow;
    Thread.ofPlatform().daemon().name("entries").start(this::read);
  }

  @Override
  public List<Entry> next() {
    if (failure != null) {
      throw failure;
    }
    if (ended) {
      return List.of();
    }
    try {
      Batch batch = batches.take();
      failure = batch.failure();
      ended = failure != null || batch.entries().isEmpty();
      return failure != null && batch.entries().isEmpty() ? next() : batch.entries();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SourceException("Interrupted while reading entries", e);
    }
  }

  /** The reading thread ends and closes the flow by itself, as soon as its broker answers. */
  @Override
  public void close() {
    closed = true;
    batches.clear();
  }

  private void read() {
    // Closed by the thread that reads: a Kafka consumer belongs to one thread.
    try (flow) {
      Batch batch = collect();
      batches.put(batch);
      while (!closed && batch.failure() == null && !batch.entries().isEmpty()) {
        batch = collect();
        batches.put(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Batch collect() {
    List<Entry> entries = new ArrayList<>();
    try {
      List<Entry> more = flow.next();
      while (!more.isEmpty()) {
        entries.addAll(more);
        if (closed || entries.size() >= ENOUGH) {
          return new Batch(entries, null);
        }
        more = flow.next();
      }
      return new Batch(entries, null);
    } catch (RuntimeException e) {
      return new Batch(entries, e);
    }
  }
}
