package org.ichido.mq.record;

import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.contract.BusinessRequest;
import org.ichido.api.contract.BusinessRequest.Step;

/** The business day of core banking. */
final class BusinessRecords {
  private BusinessRecords() {}

  static Disposition open(Asked asked, Once once) throws BadRecord {
    return tell(asked, once, Step.OPEN);
  }

  static Disposition close(Asked asked, Once once) throws BadRecord {
    return tell(asked, once, Step.CLOSE);
  }

  private static Disposition tell(Asked asked, Once once, Step step) throws BadRecord {
    LocalDate date = Fields.date(asked.record(), "ICH-BUSINESS-DATE");
    Actor.CoreBanking actor = Fields.value(asked.record(), "ICH-SOURCE", Actor.CoreBanking::new);
    BusinessRequest request =
        new BusinessRequest(asked.key(), Fields.bank(asked.incoming()), step, date, actor);
    return once.handle(
        asked, Optional.of(actor), d -> d.business(request), asked.replies()::business);
  }
}
