/** How many slots a batch takes: Intuit allows 40 batches a minute, and 13 slots are 1,612 milliseconds. */
export const BATCH_SLOTS = 13
