package org.ichido.core.fakes;

import java.util.List;
import java.util.Optional;
import org.ichido.api.UserId;
import org.ichido.spi.store.ApprovalRow;
import org.ichido.spi.store.Attempts;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.Expiry;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UserRow;

/** A row as {@link MemoryTables} keeps it after a change. */
final class NextVersion {
  private NextVersion() {}

  /** Of a token whose life is over no seed and no activation password is kept. */
  static TokenRow kept(TokenRow row, List<UserId> users, long version) {
    boolean live = row.state().live();
    return new TokenRow(
        row.id(),
        row.bank(),
        row.contract(),
        users,
        row.kind(),
        row.state(),
        row.otp(),
        live ? row.seed() : Optional.empty(),
        new Attempts(row.lastFactor(), row.failures(), row.lock()),
        row.drift(),
        row.suspension(),
        new Expiry(row.expires(), row.expiry().told()),
        row.registered(),
        live ? row.enrolment() : row.enrolment().map(Enrolment::withoutPassword),
        version);
  }

  static ContractRow of(ContractRow row) {
    return new ContractRow(
        row.key(),
        row.branch(),
        row.cif(),
        row.opened(),
        row.closed(),
        row.method(),
        row.change(),
        row.account(),
        row.version() + 1);
  }

  static UserRow of(UserRow row) {
    return new UserRow(
        row.holder(),
        row.role(),
        row.added(),
        row.removed(),
        row.coolDown(),
        row.downloads(),
        row.version() + 1);
  }

  static HardTokenRow of(HardTokenRow row) {
    return new HardTokenRow(
        row.id(),
        row.bank(),
        row.serial(),
        row.otp(),
        row.seed(),
        row.drift(),
        row.batteryEnd(),
        row.branch(),
        row.state(),
        row.contract(),
        row.delivered(),
        row.version() + 1);
  }

  static OrderRow of(OrderRow row) {
    return new OrderRow(
        row.number(),
        row.contract(),
        row.branch(),
        row.kind(),
        row.state(),
        row.device(),
        row.serial(),
        row.replaces(),
        row.placed(),
        row.expected(),
        row.shipped(),
        row.fee(),
        row.version() + 1);
  }

  static ApprovalRow of(ApprovalRow row) {
    return new ApprovalRow(
        row.asked(),
        row.holder(),
        row.act(),
        row.operator(),
        row.at(),
        row.until(),
        row.settled(),
        row.version() + 1);
  }
}
