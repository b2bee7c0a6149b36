package org.ichido.core.wrong;

import org.osgi.framework.BundleContext;

public record FrameworkUser(BundleContext context) {}
