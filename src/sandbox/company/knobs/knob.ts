import { z } from 'zod'

const which = {
  /** Words of the request that must all be there, such as `POST invoice` or `GET query`; none: every request. */
  match: z.string().max(100).default(''),
  times: z.int().min(1).max(1_000_000).default(1),
  realmId: z.string().max(20).optional(),
}

/** Faults of single requests: of the network, the gateway or the service. */
const requestKnobSchema = z.discriminatedUnion('knob', [
  z.strictObject({ knob: z.literal('drop-before-commit'), ...which }),
  z.strictObject({ knob: z.literal('commit-then-drop'), ...which }),
  z.strictObject({ knob: z.literal('half-body'), ...which }),
  z.strictObject({ knob: z.literal('fault-in-200'), ...which }),
  z.strictObject({ knob: z.literal('hang'), ...which, commit: z.boolean().default(false) }),
  z.strictObject({ knob: z.literal('html-502'), ...which, commit: z.boolean().default(false) }),
  z.strictObject({
    knob: z.literal('slow-drip'),
    ...which,
    everyMilliseconds: z.int().min(1).max(60_000).default(100),
  }),
  z.strictObject({
    knob: z.literal('throttle-429'),
    ...which,
    shape: z.enum(['gateway', 'service']).default('gateway'),
  }),
])

export type RequestKnob = z.infer<typeof requestKnobSchema>

/** Until it is cleared. */
export type LastingKnob = 'monthly-limit' | 'kill-former-refresh-token'

const limits = z.strictObject({
  perSecond: z.int().min(1).max(1_000_000),
  perMinute: z.int().min(1).max(1_000_000),
  batchesPerMinute: z.int().min(1).max(1_000_000),
})

/** What `POST /_sandbox/knobs` takes. */
export const knobSchema = z.discriminatedUnion('knob', [
  ...requestKnobSchema.options,
  z.strictObject({ knob: z.literal('monthly-limit') }),
  z.strictObject({ knob: z.literal('kill-former-refresh-token') }),
  /** A refresh happens, and its answer is lost. */
  z.strictObject({ knob: z.literal('lose-refresh-answer'), times: which.times }),
  /** At once, and once. */
  z.strictObject({ knob: z.literal('expire-access-tokens') }),
  z.strictObject({
    knob: z.literal('settings'),
    /** The company whose settings are changed; none: all. */
    realmId: which.realmId,
    limits: z.union([limits, z.literal(0)]).optional(),
    monthlyReads: z.int().min(0).optional(),
    nameListsIgnoreRequestId: z.boolean().optional(),
    company: z
      .strictObject({
        companyName: z.string().min(1).max(100),
        language: z.enum(['en', 'fr']),
        customTxnNumbers: z.boolean(),
        warnDuplicateNumbers: z.boolean(),
        autoApplyCredit: z.boolean(),
        bookCloseDate: z.iso.date().nullable(),
        bookClosePassword: z.boolean(),
        subscription: z.enum(['active', 'ended']),
        taxRateRequired: z.boolean(),
        inactiveCustomerFault: z.enum(['6250', '2500-restore', '2500-inactive', '610']),
      })
      .partial()
      .optional(),
  }),
])
