package org.ichido.transports;

import java.time.InstantSource;
import org.ichido.testkit.host.AppRecords;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.ChannelRecords;
import org.ichido.testkit.host.CoreRecords;
import org.ichido.testkit.host.OperatorRecords;
import org.ichido.testkit.host.RequestIds;

/** What the programs of one bank ask, each record under an id of its own. */
record Programs(
    BankHost host,
    ChannelRecords channel,
    OperatorRecords branch,
    OperatorRecords second,
    AppRecords app,
    CoreRecords core) {
  /**
   * @param prefix of the ids; no two programs of a bank have the same
   */
  static Programs of(Bank bank, String prefix) {
    BankHost host = new BankHost(bank.code(), InstantSource.system());
    RequestIds ids = new RequestIds(prefix);
    return new Programs(
        host,
        new ChannelRecords(host, ids),
        new OperatorRecords(host, ids, "OP000001"),
        new OperatorRecords(host, ids, "OP000002"),
        new AppRecords(host, ids),
        new CoreRecords(host, ids));
  }
}
