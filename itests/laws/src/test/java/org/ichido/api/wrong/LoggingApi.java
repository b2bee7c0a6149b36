package org.ichido.api.wrong;

import org.slf4j.Logger;

public record LoggingApi(Logger log) {}
