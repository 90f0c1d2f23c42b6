import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'

/** Kind and code of what was thrown; what is no PaymentFailure comes back as it is, null when nothing was. */
export function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof PaymentFailure ? [error.kind, error.details.vendorCode] : error),
  )
}
