/**
 * How far apart requests of one company leave, in milliseconds. Intuit allows 500 a minute and 10 a second; 124 is 96.8 % of
 * the former, and the eleventh request after another arrives within a second of it only if that one was 240 milliseconds
 * slower.
 */
export const SLOT = 124
