package org.ichido.mq.record;

import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.contract.Account;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.ContractTerms;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.api.contract.Role;

/** What core banking tells of contracts and users. */
final class CoreRecords {
  private static final String DAY = "ICH-CONTRACT-DAY";
  private static final String METHOD = "ICH-CONTRACT-METHOD";

  private CoreRecords() {}

  static Disposition open(Asked asked, Once once) throws BadRecord {
    HostRecord record = asked.record();
    ContractTerms terms =
        new ContractTerms(
            branch(record),
            Fields.optional(record, "ICH-CIF"),
            Fields.date(record, DAY),
            Fields.optional(record, METHOD, Method::valueOf),
            record.view("ICH-ACCOUNT-NUMBER").length() == 0
                ? Optional.empty()
                : Optional.of(account(record)));
    return tell(asked, once, new ContractRequest.Open(asked.key(), contract(asked), terms));
  }

  static Disposition close(Asked asked, Once once) throws BadRecord {
    LocalDate day = Fields.date(asked.record(), DAY);
    return tell(asked, once, new ContractRequest.Close(asked.key(), contract(asked), day));
  }

  static Disposition changeMethod(Asked asked, Once once) throws BadRecord {
    MethodChange change =
        new MethodChange(
            Fields.constant(asked.record(), METHOD, Method.class),
            Fields.date(asked.record(), DAY));
    return tell(
        asked, once, new ContractRequest.ChangeMethod(asked.key(), contract(asked), change));
  }

  static Disposition moveBranch(Asked asked, Once once) throws BadRecord {
    String branch = branch(asked.record());
    return tell(asked, once, new ContractRequest.MoveBranch(asked.key(), contract(asked), branch));
  }

  static Disposition changeAccount(Asked asked, Once once) throws BadRecord {
    Account account = account(asked.record());
    return tell(
        asked, once, new ContractRequest.ChangeAccount(asked.key(), contract(asked), account));
  }

  static Disposition addUser(Asked asked, Once once) throws BadRecord {
    Role role = Fields.constant(asked.record(), "ICH-ROLE", Role.class);
    return tell(asked, once, new ContractRequest.AddUser(asked.key(), asked.holder(), role));
  }

  static Disposition removeUser(Asked asked, Once once) throws BadRecord {
    return tell(asked, once, new ContractRequest.RemoveUser(asked.key(), asked.holder()));
  }

  static Disposition changeRole(Asked asked, Once once) throws BadRecord {
    Role role = Fields.constant(asked.record(), "ICH-ROLE", Role.class);
    return tell(asked, once, new ContractRequest.ChangeRole(asked.key(), asked.holder(), role));
  }

  private static Disposition tell(Asked asked, Once once, ContractRequest request)
      throws BadRecord {
    Actor.CoreBanking actor = Fields.value(asked.record(), "ICH-SOURCE", Actor.CoreBanking::new);
    return once.handle(asked, Optional.of(actor), d -> d.contract(request), asked.replies()::act);
  }

  private static ContractKey contract(Asked asked) throws BadRecord {
    return asked.header().contract();
  }

  private static String branch(HostRecord record) throws BadRecord {
    return Fields.required(record, "ICH-CONTRACT-BRANCH").toString();
  }

  private static Account account(HostRecord record) throws BadRecord {
    String branch = Fields.required(record, "ICH-ACCOUNT-BRANCH").toString();
    String type = Fields.required(record, "ICH-ACCOUNT-TYPE").toString();
    String number = Fields.required(record, "ICH-ACCOUNT-NUMBER").toString();
    return Fields.value(
        record, "ICH-ACCOUNT-NAME", name -> new Account(branch, type, number, name));
  }
}
