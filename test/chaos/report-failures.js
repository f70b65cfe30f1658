const DATE = '2026-03-02'
/** Of the starter books. */
const accounts = { checking: '35', fees: '9' }
const item = '1'
/** How many of a thousand records are of which type. */
const shares = { client: 150, service: 50, invoice: 300, payment: 250, refund: 150, expense: 100 }
const entities = {
  client: 'Customer',
  service: 'Item',
  invoice: 'Invoice',
  payment: 'Payment',
  refund: 'RefundReceipt',
  expense: 'Purchase',
}

/** What a host reports that could not push so many records; each is told apart in the books by its name, number or amount. */
export async function reportFailures(api, firmId, count) {
  const failures = Object.entries(shares).flatMap(([type, share]) =>
    Array.from({ length: Math.round((share * count) / 1_000) }, (_, i) => failureOf(type, i, count)),
  )
  for (let from = 0; from < failures.length; from += 100) {
    const some = failures.slice(from, from + 100).map(({ failure }) => failure)
    const answer = await api('POST', `/v1/firms/${firmId}/failures/batch`, { failures: some })
    if (answer?.status !== 200) throw new Error(JSON.stringify(answer))
    for (const [i, { issueId }] of answer.body.results.entries()) failures[from + i].issueId = issueId
  }
  return failures.map(({ failure, issueId, mark }) => ({ type: failure.record.type, issueId, mark }))
}

function failureOf(type, i, count) {
  const clients = Math.round((shares.client * count) / 1_000)
  const client = `Client ${type === 'client' ? i : i % clients}`
  const amount = (100_000 + i) / 100
  const isNamed = type === 'client' || type === 'service'
  const label = isNamed ? `${type === 'client' ? 'Client' : 'Service'} ${i}` : `${type} ${i}`
  return {
    mark: isNamed ? label : amount,
    failure: {
      error: 'connect ETIMEDOUT: QuickBooks cannot be reached.',
      record: {
        type,
        id: `${type}_${i}`,
        label,
        client: { id: client.replace('Client ', 'client_'), name: client },
      },
      entity: entities[type],
      operation: 'create',
      payload: bodyOf(type, i, label, amount),
      occurrenceId: `${type}_${i}`,
      occurredAt: new Date().toISOString(),
    },
  }
}

function bodyOf(type, i, label, amount) {
  const sold = [
    { DetailType: 'SalesItemLineDetail', Amount: amount, SalesItemLineDetail: { ItemRef: { value: item } } },
  ]
  switch (type) {
    case 'client':
      return { DisplayName: label }
    case 'service':
      return { Name: label, Type: 'Service', IncomeAccountRef: { value: '1' } }
    case 'invoice':
      return { DocNumber: `B-${i}`, TxnDate: DATE, Line: sold }
    case 'payment':
      return { TxnDate: DATE, TotalAmt: amount, PaymentRefNum: String(i) }
    case 'refund':
      return {
        TxnDate: DATE,
        DepositToAccountRef: { value: accounts.checking },
        PrivateNote: label,
        Line: sold,
      }
    case 'expense': {
      const detail = { AccountRef: { value: accounts.fees } }
      const line = { DetailType: 'AccountBasedExpenseLineDetail', Amount: amount }
      return {
        PaymentType: 'Cash',
        TxnDate: DATE,
        AccountRef: { value: accounts.checking },
        PrivateNote: label,
        Line: [{ ...line, AccountBasedExpenseLineDetail: detail }],
      }
    }
  }
}
