package org.ichido.store.jdbc;

import java.nio.file.Path;
import org.ichido.spi.store.AuditContract;
import org.ichido.spi.store.InboxContract;
import org.ichido.spi.store.OperationsContract;
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
  class Inbox extends InboxContract {
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
}
