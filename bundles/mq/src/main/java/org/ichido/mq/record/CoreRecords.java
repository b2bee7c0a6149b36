package org.ichido.mq.record;

import java.time.LocalDate;
import java.util.List;
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
  private static final List<String> ACCOUNT =
      List.of("ICH-ACCOUNT-BRANCH", "ICH-ACCOUNT-TYPE", "ICH-ACCOUNT-NUMBER", "ICH-ACCOUNT-NAME");

  private CoreRecords() {}

  static Disposition open(Asked asked, Once once) throws BadRecord {
    HostRecord record = asked.record();
    String branch = branch(asked);
    LocalDate day = Fields.date(record, DAY);
    Optional<Method> method = Fields.optional(record, METHOD, Method::valueOf);
    Optional<Account> account = isBlank(record) ? Optional.empty() : Optional.of(account(record));
    ContractTerms plain = new ContractTerms(branch, Optional.empty(), day, method, account);
    ContractTerms terms =
        Fields.optional(
                record,
                "ICH-CIF",
                cif -> new ContractTerms(branch, Optional.of(cif), day, method, account))
            .orElse(plain);
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
    String branch = branch(asked);
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

  private static String branch(Asked asked) throws BadRecord {
    ContractKey contract = contract(asked);
    return Fields.value(
        asked.record(),
        "ICH-CONTRACT-BRANCH",
        text -> new ContractRequest.MoveBranch(asked.key(), contract, text).branch());
  }

  /** Whether none of the account's four fields is filled. Of a part of them nothing is made. */
  private static boolean isBlank(HostRecord record) {
    return ACCOUNT.stream().allMatch(field -> record.view(field).length() == 0);
  }

  /** Each field alone, so that the wrong one is named. */
  private static Account account(HostRecord record) throws BadRecord {
    return new Account(
        Fields.value(
            record, ACCOUNT.get(0), text -> new Account(text, "1", "0000000", "A").branch()),
        Fields.value(
            record, ACCOUNT.get(1), text -> new Account("000", text, "0000000", "A").type()),
        Fields.value(record, ACCOUNT.get(2), text -> new Account("000", "1", text, "A").number()),
        Fields.value(
            record, ACCOUNT.get(3), text -> new Account("000", "1", "0000000", text).kanaName()));
  }
}
