/**
 * The stock of hard tokens: takes deliveries in from files, counts, lists, disposes. Nothing here
 * knows orders.
 */
@NullMarked
package org.ichido.core.stock;

import org.jspecify.annotations.NullMarked;
