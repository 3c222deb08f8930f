package org.icsregistry.projection.rebuild;

import java.util.List;

/** A read model that is made from the log alone and can be made again beside itself. */
public interface Projection {

  /** Its name in {@code projection_version}, in addresses and in {@code /v1/status}. */
  String name();

  /**
   * Folds a batch into the tables of one version, in the transaction of the caller. The result
   * depends on the entries only and not on where one batch ends and the next begins.
   *
   * @param batch entries with consecutive indexes, none of them applied before
   * @param digest of the rows before
   * @return digest of the rows after
   */
  Digest apply(int version, List<Entry> batch, Digest digest);
}
