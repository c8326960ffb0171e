package org.stadtstand.city.evidence;

import java.math.BigDecimal;

/** An amount of money that follows from others, and is no more exact than they are. */
public record Amount(BigDecimal amount, Currency currency, Qualifier qualifier) {}
