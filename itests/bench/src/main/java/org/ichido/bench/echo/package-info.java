/** What runs inside the server beside Ichido, for comparison. */
@NullMarked
package org.ichido.bench.echo;

import org.jspecify.annotations.NullMarked;
