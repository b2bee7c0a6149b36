package org.ichido.api.contract;

import java.time.LocalDate;

/**
 * A method that will hold, from the beginning of a day in Japan on (S4-7).
 *
 * @param method the method from then on
 * @param effective the first day
 */
public record MethodChange(Method method, LocalDate effective) {}
