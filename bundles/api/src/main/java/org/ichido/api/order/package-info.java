/**
 * Hard tokens for customers: what a branch orders and sends, what a user registers or skips, and
 * what the order costs. What lies in stock is in {@code org.ichido.api.stock}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.api.order;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
