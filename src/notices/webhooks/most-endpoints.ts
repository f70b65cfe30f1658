/** How many endpoints a firm may have, and how many the host. */
export const MOST_ENDPOINTS = 20
