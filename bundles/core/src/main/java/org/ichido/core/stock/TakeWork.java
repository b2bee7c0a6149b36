package org.ichido.core.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.stock.DeliveryFault;
import org.ichido.api.stock.DeliveryRequest;
import org.ichido.api.stock.HardTokenState;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * Takes some devices in, all or none. What is there in the same form is left alone; what is there
 * in another form is in the way of all of them.
 *
 * @param devices the devices, no two with one serial or one id
 * @param request who takes them in
 * @param writes whether it is written, or only said what would be
 */
record TakeWork(List<Device> devices, DeliveryRequest request, boolean writes)
    implements UnitOfWork<Taken> {
  TakeWork {
    devices = List.copyOf(devices);
  }

  @Override
  public Reads reads() {
    return Reads.NOTHING.withDelivered(
        new Reads.Delivered(
            bank(),
            devices.stream().map(device -> device.row().serial()).toList(),
            devices.stream().map(device -> device.row().id()).toList()));
  }

  @Override
  public Decided<Taken> decide(Rows rows) {
    List<HardTokenRow> fresh = new ArrayList<>();
    List<DeliveryFault> faults = new ArrayList<>();
    for (Device device : devices) {
      Optional<HardTokenRow> bySerial = bySerial(device.row(), rows);
      Optional<HardTokenRow> bySeed = bySeed(device.row(), rows);
      if (bySerial.isPresent()) {
        faults.addAll(differences(device, bySerial.get()));
      } else if (bySeed.isPresent()) {
        faults.add(
            new DeliveryFault(
                device.line(), "seed", "is that of another device that was taken in before"));
      } else {
        fresh.add(device.row());
      }
    }
    return new Decided<>(
        new Taken(fresh.size(), devices.size() - fresh.size(), faults),
        writes && faults.isEmpty() ? changes(fresh) : List.of());
  }

  private Optional<HardTokenRow> bySerial(HardTokenRow device, Rows rows) {
    return rows.hardTokens().stream()
        .filter(row -> row.bank().equals(bank()) && row.serial().equals(device.serial()))
        .findFirst();
  }

  private static Optional<HardTokenRow> bySeed(HardTokenRow device, Rows rows) {
    return rows.hardTokens().stream().filter(row -> row.id().equals(device.id())).findFirst();
  }

  private static List<DeliveryFault> differences(Device device, HardTokenRow there) {
    HardTokenRow row = device.row();
    List<DeliveryFault> faults = new ArrayList<>();
    differs(faults, device, "seed", row.id(), there.id());
    differs(faults, device, "algorithm", row.otp().algorithm(), there.otp().algorithm());
    differs(faults, device, "hash", row.otp().hash(), there.otp().hash());
    differs(faults, device, "digits", row.otp().digits(), there.otp().digits());
    differs(faults, device, "period", row.otp().period(), there.otp().period());
    differs(faults, device, "drift", row.drift(), there.drift());
    differs(faults, device, "battery_end", row.batteryEnd(), there.batteryEnd());
    // It may have been sent to another branch since it left the stock.
    if (there.state() == HardTokenState.IN_STOCK) {
      differs(faults, device, "branch", row.branch(), there.branch());
    }
    return faults;
  }

  private static void differs(
      List<DeliveryFault> faults, Device device, String column, Object file, Object there) {
    if (!Objects.equals(file, there)) {
      faults.add(
          new DeliveryFault(
              device.line(), column, "a device of this serial is there already with another one"));
    }
  }

  private List<Change> changes(List<HardTokenRow> fresh) {
    List<Change> changes = new ArrayList<>();
    for (HardTokenRow row : fresh) {
      changes.add(new Change.AddHardToken(row));
      changes.add(new Change.Append(entry(row)));
    }
    return changes;
  }

  private AuditEntry entry(HardTokenRow row) {
    return new StockJournal(request.key(), request.actor())
        .entry(row.delivered(), AuditEvent.STOCKED, bank(), words(row))
        .withToken(row.id());
  }

  private static String words(HardTokenRow row) {
    return "serial %s, branch %s, battery ends %s"
        .formatted(row.serial(), row.branch(), row.batteryEnd());
  }

  private BankId bank() {
    return request.bank();
  }
}
