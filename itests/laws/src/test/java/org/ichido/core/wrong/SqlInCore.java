package org.ichido.core.wrong;

import javax.sql.DataSource;

public record SqlInCore(DataSource source) {}
