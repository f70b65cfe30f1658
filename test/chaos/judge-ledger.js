const kinds = {
  client: { entity: 'Customer', mark: ({ name }) => name },
  service: { entity: 'Item', mark: ({ name }) => name },
  invoice: { entity: 'Invoice', mark: ({ docNumber }) => docNumber },
  payment: { entity: 'Payment', mark: ({ totalAmt }) => totalAmt },
  refund: { entity: 'RefundReceipt', mark: ({ totalAmt }) => totalAmt },
  expense: { entity: 'Purchase', mark: ({ totalAmt }) => totalAmt },
}
/** By what a record of the host is found in the ledger, though every writer used another request id. */
const marks = {
  client: ({ name }) => name,
  service: ({ name }) => name,
  invoice: ({ number }) => number,
  payment: ({ amount }) => amount / 100,
  refund: ({ amount }) => amount / 100,
  expense: ({ amount }) => amount / 100,
}

/** How often each record of the host was written, counted by what stands in the sandbox's ledger. */
export function judgeLedger(entries, records) {
  const idOf = new Map()
  let [writtenTwice, notWritten] = [0, 0]
  for (const record of records) {
    const { entity, mark } = kinds[record.type]
    const found = entries.filter((one) => one.entity === entity && mark(one) === marks[record.type](record))
    if (found.length === 0) notWritten += 1
    if (found.length > 1) {
      writtenTwice += 1
      console.error('Written twice:', record, found)
    }
    idOf.set(`${record.type}/${record.id}`, found[0]?.id ?? null)
  }
  return { writtenTwice, notWritten, idOf }
}
