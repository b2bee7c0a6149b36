package org.ichido.core.service;

import org.ichido.api.Holder;
import org.ichido.api.helpdesk.Explanation;
import org.ichido.api.helpdesk.HelpDesk;
import org.ichido.core.helpdesk.ExplainWork;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.text.JapaneseText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Explains customers from the rows of the store; a question leaves nothing in the inbox. */
@Component
public final class StoredHelpDesk implements HelpDesk {
  private final CurrentServices services;
  private final BankProfiles profiles;
  private final JapaneseText text = JapaneseText.shipped();

  /** For Declarative Services. */
  @Activate
  public StoredHelpDesk(@Reference CurrentServices services, @Reference BankProfiles profiles) {
    this.services = services;
    this.profiles = profiles;
  }

  @Override
  public Explanation explain(Holder holder) {
    return services
        .store()
        .transact(new ExplainWork(holder, profiles.of(holder.bank()), services.clock(), text));
  }
}
