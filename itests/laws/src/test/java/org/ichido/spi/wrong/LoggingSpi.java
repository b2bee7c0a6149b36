package org.ichido.spi.wrong;

import org.slf4j.Logger;

public record LoggingSpi(Logger log) {}
