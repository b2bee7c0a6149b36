package org.ichido.core.helpdesk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ichido.api.Holder;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.helpdesk.Act;
import org.ichido.api.helpdesk.ActView;
import org.ichido.api.helpdesk.DemandView;
import org.ichido.api.helpdesk.Explanation;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.Facts;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Requirement;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.core.change.ChangesNow;
import org.ichido.core.enrolment.EnrolmentNow;
import org.ichido.core.profile.BankProfile;
import org.ichido.core.requirement.Step;
import org.ichido.core.requirement.UserPosition;
import org.ichido.core.text.JapaneseText;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * Says how a user stands, by asking whatever decides about him. Reads once, writes nothing; that an
 * operator looked is recorded by who asks for one.
 *
 * @param holder the user
 * @param profile the bank's profile
 * @param clock tells when
 * @param text the Japanese words
 */
public record ExplainWork(Holder holder, BankProfile profile, Clock clock, JapaneseText text)
    implements UnitOfWork<Explanation> {
  /** With the other users of the contract: it is they who may act. */
  @Override
  public Reads reads() {
    ContractKey contract = new ContractKey(holder.bank(), holder.contract());
    return Reads.everythingOf(holder).withWhole(contract).withOrdersOf(contract);
  }

  @Override
  public Decided<Explanation> decide(Rows rows) {
    Instant now = clock.instant();
    Views views = new Views(rows, profile, now);
    UserPosition position = new UserPosition(profile, rows, now);
    Step step = position.step();
    Explanation explanation =
        new Explanation(
            now,
            holder,
            views.contract(),
            views.user(),
            views.token(),
            step.next(),
            step.until(),
            text.of(step.next()),
            step.why(),
            uses().map(use -> demand(position, use)).toList(),
            acts(rows, now));
    return new Decided<>(explanation, List.of());
  }

  private static Stream<Use> uses() {
    return Stream.concat(
        Stream.of(Channel.values()).map(Use::login),
        Stream.of(Channel.values())
            .map(channel -> new Use(OperationName.TRANSFER, Stage.SUBMIT, channel)));
  }

  private DemandView demand(UserPosition position, Use use) {
    Requirement requirement = position.requirement(use, Facts.NONE);
    return new DemandView(
        use, requirement.demand(), text.of(requirement.demand().kind()), requirement.why());
  }

  private List<ActView> acts(Rows rows, Instant now) {
    List<ActView> acts = new ArrayList<>();
    acts.addAll(new EnrolmentNow(rows, profile.enrolment(), now).acts());
    acts.addAll(new ChangesNow(holder, rows, profile, now).acts());
    acts.add(
        new ActView(
            Act.CHANGE_CONTRACT,
            false,
            Set.of(),
            List.of(),
            false,
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty()));
    acts.sort(Comparator.comparing(ActView::act));
    return acts;
  }
}
