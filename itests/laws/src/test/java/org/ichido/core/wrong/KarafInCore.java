package org.ichido.core.wrong;

import org.apache.karaf.shell.api.console.Session;

public record KarafInCore(Session session) {}
