package org.ichido.mq.record;

import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.OneTimeCode;
import org.ichido.api.act.ActivateRequest;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Device;
import org.ichido.api.act.RenameRequest;
import org.ichido.api.act.RenewRequest;
import org.ichido.api.contract.DeviceClass;

/** What the token app's server asks. */
final class AppRecords {
  private AppRecords() {}

  static Disposition activate(Asked asked, Once once) throws BadRecord {
    HostRecord record = asked.record();
    DeviceClass deviceClass = Fields.constant(record, "ICH-DEVICE-CLASS", DeviceClass.class);
    Device device = Fields.value(record, "ICH-DEVICE", id -> new Device(id, deviceClass));
    ActivateRequest request =
        new ActivateRequest(
            asked.key(),
            Fields.bank(asked.incoming()),
            Fields.pair(record),
            Fields.ciphertext(record, "ICH-PASSWORD"),
            Fields.required(record, "ICH-APP-KEY").toString(),
            device,
            Fields.optional(record, "ICH-TERMS"),
            Fields.base64Text(record, "ICH-NAME"));
    return once.handle(
        asked, Optional.empty(), d -> d.activate(request), asked.replies()::activation);
  }

  static Disposition rename(Asked asked, Once once) throws BadRecord {
    RenameRequest request =
        new RenameRequest(
            asked.key(),
            Fields.bank(asked.incoming()),
            Fields.pair(asked.record()),
            Fields.base64Text(asked.record(), "ICH-NAME").orElse(""));
    return once.handle(asked, Optional.empty(), d -> d.rename(request), asked.replies()::act);
  }

  static Disposition renew(Asked asked, Once once) throws BadRecord {
    BankId bank = Fields.bank(asked.incoming());
    ActivationPair pair = Fields.pair(asked.record());
    try (OneTimeCode code = Fields.code(asked.record(), "ICH-CODE")) {
      RenewRequest request = new RenewRequest(asked.key(), bank, pair, code);
      return once.handle(asked, Optional.empty(), d -> d.renew(request), asked.replies()::act);
    }
  }
}
