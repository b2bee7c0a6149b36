package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ichido.api.AuditEvent;
import org.ichido.api.ContractId;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.ContractTerms;
import org.ichido.api.contract.Method;
import org.ichido.evidence.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which method a contract has of which core banking says none. */
class MethodOfNewContractsTest extends ContractHouse {
  private ContractRequest open(ContractKey contract, Optional<Method> method) {
    return new ContractRequest.Open(
        key(),
        contract,
        new ContractTerms("001", Optional.empty(), TODAY, method, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"mirai, TXN_AUTH", "shiten, SOFT", "kenshin, NONE", "kinsan, NONE"})
  @Requirement("S0-2")
  void theProfileSaysTheMethodThatCoreBankingDoesNot(String bank, Method method) {
    var contract = new ContractKey(serve(bank), new ContractId("N0001"));

    assertThat(perform(open(contract, Optional.empty())).kind()).isEqualTo(Outcome.Kind.DONE);

    assertThat(store.contract(contract).orElseThrow().method()).isEqualTo(method);
    assertThat(store.audited(AuditEvent.CONTRACT_OPENED).get(0).detail())
        .endsWith("method " + method + " by the profile");
    assertThat(perform(open(contract, Optional.empty())).kind())
        .as("told again")
        .isEqualTo(Outcome.Kind.DONE);
    assertThat(perform(open(contract, Optional.of(method))).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(store.audited(AuditEvent.CONTRACT_OPENED)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"mirai, SOFT", "kinsan, HARD"})
  @Requirement("S0-2")
  void whatCoreBankingSaysCounts(String bank, Method method) {
    var contract = new ContractKey(serve(bank), new ContractId("N0001"));
    assertThat(perform(open(contract, Optional.of(method))).kind()).isEqualTo(Outcome.Kind.DONE);
    assertThat(store.contract(contract).orElseThrow().method()).isEqualTo(method);
    assertThat(perform(open(contract, Optional.of(Method.NONE))))
        .isEqualTo(new Outcome.Refused(clock.instant(), Reason.ALREADY_EXISTS));
  }
}
