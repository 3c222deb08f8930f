package org.icsregistry.auditor.source;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.icsregistry.log.tile.EntryBundlePath;

/**
 * Entries out of bundles. A bundle with fewer or more entries than it should have is handed out as
 * it is: which entry is missing or too many can be told by whoever looks at the entries.
 */
final class BundleFlow implements EntryFlow {
  private final Ahead<List<byte[]>> bundles;
  private long skip;

  BundleFlow(TiledSource source, long from, long end) {
    this.skip = from % EntryBundlePath.FULL_WIDTH;
    long first = from - skip;
    this.bundles =
        new Ahead<>(
            EntryBundlePath.added(first, end)
                .<Callable<List<byte[]>>>map(path -> () -> source.bundle(path))
                .iterator());
  }

  @Override
  public List<Entry> next() {
    Optional<List<byte[]>> bundle = bundles.next();
    while (bundle.isPresent() && bundle.get().isEmpty()) {
      bundle = bundles.next();
      skip = 0;
    }
    List<byte[]> entries = bundle.orElse(List.of());
    int skipped = (int) Math.min(skip, entries.size());
    skip = 0;
    return entries.subList(skipped, entries.size()).stream().map(Entry::withoutKey).toList();
  }

  @Override
  public void close() {
    bundles.close();
  }
}
