import { chinaInstant } from '../china-time.ts'
import type { Endpoint } from './endpoint.ts'
import { seal } from './envelope.ts'
import { nothing } from './query-close.ts'
import { ok } from './reply.ts'

/** Encrypted for the merchant alone; the old ones beside the new while both may be met. */
export const certificatesEndpoint: Endpoint<undefined> = {
  input: nothing,
  run({ account }) {
    const data = account.certificates().map(({ serial, pem, from, until }) => ({
      serial_no: serial,
      effective_time: chinaInstant(from),
      expire_time: chinaInstant(until),
      encrypt_certificate: seal(account, pem, 'certificate'),
    }))
    return ok({ data })
  },
}
