package org.ichido.shell.wrong;

import org.ichido.spi.store.TokenStore;

public record ShellOnSpi(TokenStore store) {}
