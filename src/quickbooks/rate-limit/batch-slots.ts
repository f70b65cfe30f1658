/** How many slots a batch takes: Intuit allows 40 batches a minute, and 13 slots are 1,586 milliseconds. */
export const BATCH_SLOTS = 13
