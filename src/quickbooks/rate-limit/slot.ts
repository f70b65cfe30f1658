/**
 * How far apart requests of one company leave, in milliseconds. Intuit allows 500 a minute and 10 a second; 123 is 97.5 % of
 * the former, and the eleventh request after another arrives within a second of it only if that one was 230 milliseconds
 * slower.
 */
export const SLOT = 123
