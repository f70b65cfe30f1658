/**
 * How far apart requests of one company leave, in milliseconds. Intuit allows 500 a minute and 10 a second; 124 is 96.8 % of
 * the former, and no eleventh request arrives within a second unless one is more than 116 milliseconds late.
 */
export const SLOT = 124
