package org.ichido.core.migration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ichido.api.TokenState;
import org.ichido.api.contract.BranchCount;

/** Counts what files hold, by branch. */
final class BranchTally {
  private final Map<String, BranchCount> branches = new TreeMap<>();

  void add(WholeContract whole) {
    boolean open = whole.contract().row().closed().isEmpty();
    long initialised =
        whole.tokens().stream().filter(token -> token.state() == TokenState.INITIALISED).count();
    BranchCount one =
        new BranchCount(
            whole.contract().row().branch(),
            open ? 1 : 0,
            open ? 0 : 1,
            open ? whole.users().size() : 0,
            0,
            initialised,
            whole.tokens().size() - initialised);
    branches.merge(one.branch(), one, BranchTally::sum);
  }

  List<BranchCount> counts() {
    return List.copyOf(branches.values());
  }

  private static BranchCount sum(BranchCount a, BranchCount b) {
    return new BranchCount(
        a.branch(),
        a.open() + b.open(),
        a.closed() + b.closed(),
        a.users() + b.users(),
        a.issued() + b.issued(),
        a.initialised() + b.initialised(),
        a.active() + b.active());
  }
}
