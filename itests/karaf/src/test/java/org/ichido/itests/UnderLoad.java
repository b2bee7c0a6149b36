package org.ichido.itests;

import java.io.IOException;
import org.ichido.evidence.Evidence;
import org.osgi.framework.BundleContext;

/** Swaps something while four requesters ask, and writes down what came of it. */
final class UnderLoad {
  /** Answers to each requester before and after. */
  static final int A_FEW = 12;

  private final Evidence evidence =
      new Evidence(
          "swaps",
          2,
          "bundle",
          "manner",
          "requests",
          "wrong",
          "lost",
          "longest gap ms",
          "of the queue",
          "of the service");

  private final BundleContext context;

  /** What is done while they ask. */
  interface Swap {
    void run() throws Exception;
  }

  UnderLoad(BundleContext context) {
    this.context = context;
  }

  void swap(FourRequesters requesters, String what, String manner, Swap swap) throws Exception {
    requesters.further(A_FEW);
    requesters.answers().begin();
    swap.run();
    requesters.further(A_FEW);
    write(what, manner, requesters.answers().end());
  }

  private void write(String what, String manner, Answers.Stretch seen) throws IOException {
    evidence.row(
        what,
        manner,
        seen.requests(),
        seen.wrong(),
        seen.lost(),
        seen.longestGapMillis(),
        seen.gapMillis().get(Answers.Way.QUEUE),
        seen.gapMillis().get(Answers.Way.SERVICE));
  }

  /** Edits a file in etc, and restores it. */
  void edit(FourRequesters requesters, String pid, String key, String value) throws Exception {
    ProfileFile file = new ProfileFile(context, pid + ".cfg");
    swap(
        requesters,
        "etc/" + pid + ".cfg",
        "edited, and back",
        () -> {
          try (HeardChange edited = new HeardChange(context, pid)) {
            file.set(key, value);
            edited.await();
          }
          requesters.further(A_FEW);
          try (HeardChange restored = new HeardChange(context, pid)) {
            file.restore();
            restored.await();
          }
        });
  }

  /** Puts a wrong bundle in the place of the right one, and the right one back. */
  void wrongInPlace(FourRequesters requesters, InstalledBundle bundle, BrokenBundle broken)
      throws Exception {
    swap(
        requesters,
        bundle.bundle().getSymbolicName(),
        "update to a wrong one, and back",
        () -> {
          bundle.update(broken.insteadOf(bundle).jar());
          requesters.untilHealth("DOWN bank kinsan:", broken.why());
          requesters.untilHealthLacks("OK bank kinsan, queue");
          bundle.update();
        });
  }
}
