package org.ichido.core.service;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ichido.core.work.Written;
import org.ichido.spi.transport.OutboxWatcher;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the senders that a commit left something in the outbox, so that it goes at once. Nothing
 * depends on it: what is told to nobody is found when a sender looks. Thread-safe.
 */
@Component(service = OutboxNews.class)
public final class OutboxNews {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxNews.class);

  private final List<OutboxWatcher> watchers = new CopyOnWriteArrayList<>();
  private volatile boolean failed;

  /** For Declarative Services. */
  @Activate
  public OutboxNews() {}

  /**
   * @param watcher who wants to know, until {@link #unbindWatcher}
   */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindWatcher(OutboxWatcher watcher) {
    watchers.add(watcher);
  }

  /**
   * @param watcher who wants to know no longer
   */
  public void unbindWatcher(OutboxWatcher watcher) {
    watchers.remove(watcher);
  }

  /**
   * Call after the commit, never before. What a sender does wrong is no trouble of the request.
   *
   * @param written what the commit put into the outbox
   */
  public void tell(Set<Written> written) {
    for (Written one : written) {
      for (OutboxWatcher watcher : watchers) {
        try {
          watcher.written(one.bank(), one.kind());
          failed = false;
        } catch (RuntimeException | LinkageError e) {
          if (!failed) {
            LOG.warn(
                "ICH-CORE-020 A sender failed when it was told of the outbox; it will find the"
                    + " entry when it looks",
                e);
          }
          failed = true;
        }
      }
    }
  }
}
