package org.ichido.shell;

import java.util.List;
import java.util.Optional;
import org.ichido.api.UserId;
import org.ichido.api.helpdesk.ActView;
import org.ichido.api.helpdesk.ContractView;
import org.ichido.api.helpdesk.DemandView;
import org.ichido.api.helpdesk.EnrolmentView;
import org.ichido.api.helpdesk.Explanation;
import org.ichido.api.helpdesk.TokenView;
import org.ichido.api.helpdesk.UserView;

/** How a user stands, for programs. Without an explanation every key is there and null. */
final class ExplanationJson {
  private ExplanationJson() {}

  static Json of(Optional<Explanation> explanation) {
    return new Json()
        .time("at", explanation.map(Explanation::at))
        .text("step", explanation.map(found -> found.step().name()))
        .time("until", explanation.flatMap(Explanation::until))
        .text("shown", explanation.map(Explanation::shown))
        .text("why", explanation.map(Explanation::why))
        .object("contract", explanation.flatMap(Explanation::contract).map(ExplanationJson::of))
        .object("user", explanation.flatMap(Explanation::user).map(ExplanationJson::of))
        .object("token", explanation.flatMap(Explanation::token).map(ExplanationJson::of))
        .objects(
            "demands",
            explanation.map(Explanation::demands).orElse(List.of()).stream()
                .map(ExplanationJson::of)
                .toList())
        .objects(
            "acts",
            explanation.map(Explanation::acts).orElse(List.of()).stream()
                .map(ExplanationJson::of)
                .toList());
  }

  private static Json of(ContractView contract) {
    return new Json()
        .text("branch", contract.branch())
        .text("opened", contract.opened().toString())
        .text("closed", contract.closed().map(Object::toString))
        .text("method", contract.method().name())
        .text("nextMethod", contract.change().map(change -> change.method().name()))
        .text("nextMethodFrom", contract.change().map(change -> change.effective().toString()));
  }

  private static Json of(UserView user) {
    return new Json()
        .text("role", user.role().name())
        .time("removed", user.removed())
        .time("coolDownUntil", user.coolDown())
        .number("downloads", user.downloads())
        .number("mostDownloads", user.mostDownloads().map(Integer::longValue));
  }

  private static Json of(TokenView view) {
    Optional<EnrolmentView> enrolment = view.enrolment();
    return JsonToken.of(view.token())
        .time("suspendedSince", view.suspension().map(TokenView.SuspensionView::since))
        .text("suspensionReason", view.suspension().map(TokenView.SuspensionView::reason))
        .number("driftSteps", view.driftSteps())
        .text("mail", enrolment.map(found -> found.mail().name()))
        .number("activationTries", enrolment.map(found -> (long) found.tries()))
        .number("mostActivationTries", enrolment.map(found -> (long) found.mostTries()))
        .time("enrolBefore", enrolment.map(EnrolmentView::deadline))
        .text("device", enrolment.flatMap(EnrolmentView::device).map(Enum::name))
        .time("confirmed", enrolment.flatMap(EnrolmentView::confirmed));
  }

  private static Json of(DemandView view) {
    return new Json()
        .text("operation", view.use().operation().value())
        .text("stage", view.use().stage().name())
        .text("channel", view.use().channel().name())
        .text("demand", view.demand().kind().name())
        .text("shown", view.shown())
        .text("why", view.why());
  }

  private static Json of(ActView view) {
    return new Json()
        .text("act", view.act().name())
        .truth("customer", view.customer())
        .texts("roles", view.roles().stream().sorted().map(Enum::name).toList())
        .texts("users", view.users().stream().map(UserId::value).toList())
        .truth("ownCode", view.ownCode())
        .text("operators", view.operators().map(Enum::name))
        .truth("coreBanking", view.coreBanking())
        .text("refused", view.refused().map(Enum::name))
        .time("until", view.until());
  }
}
