package org.ichido.store.jdbc;

import java.nio.file.Path;
import org.ichido.spi.store.ApprovalContract;
import org.ichido.spi.store.AuditContract;
import org.ichido.spi.store.ContractRowsContract;
import org.ichido.spi.store.CountContract;
import org.ichido.spi.store.EndedTokenContract;
import org.ichido.spi.store.EnrolmentRowsContract;
import org.ichido.spi.store.FeeRowsContract;
import org.ichido.spi.store.HardTokenContract;
import org.ichido.spi.store.InboxContract;
import org.ichido.spi.store.LiveTokenContract;
import org.ichido.spi.store.OneAfterTheOtherContract;
import org.ichido.spi.store.OperationsContract;
import org.ichido.spi.store.OrderRowsContract;
import org.ichido.spi.store.OutboxContract;
import org.ichido.spi.store.OverdueContract;
import org.ichido.spi.store.RebindContract;
import org.ichido.spi.store.RecordMarkContract;
import org.ichido.spi.store.RetireContract;
import org.ichido.spi.store.SentTokenContract;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.store.TokenStoreContract;
import org.ichido.spi.store.UnitOfWorkContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** What every token store must do, this one does. */
class JdbcTokenStoreContractsTest {
  @TempDir Path directory;
  private JdbcTokenStore store;

  @BeforeEach
  void open() {
    store = new StoreAt(directory).open();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Nested
  class Tokens extends TokenStoreContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class Steps extends EnrolmentRowsContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class Ended extends EndedTokenContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class Live extends LiveTokenContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class Overdue extends OverdueContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class Contracts extends ContractRowsContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class Counts extends CountContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class Approvals extends ApprovalContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class Outbox extends OutboxContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class Inbox extends InboxContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class Marks extends RecordMarkContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class Audit extends AuditContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class Operations extends OperationsContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class UnitsOfWork extends UnitOfWorkContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class OneAfterTheOther extends OneAfterTheOtherContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class Devices extends HardTokenContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class SentTokens extends SentTokenContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class Rebinding extends RebindContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class Retiring extends RetireContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class Orders extends OrderRowsContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }

  @Nested
  class Fees extends FeeRowsContract {
    @Override
    protected TokenStore store() {
      return store;
    }
  }
}
