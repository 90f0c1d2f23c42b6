import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto'
import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import { z } from 'zod'
import type { ChannelReply } from '../channel-fetch.ts'
import { decryptSealed, sealedSchema } from './decrypt.ts'
import { isSignedBy, isTimely, readStamp } from './signature.ts'
import type { CertificateFinder } from './verifier.ts'

/** They are to be asked for again within twelve hours. */
const freshMs = 12 * 3_600_000
/** Strangers may name serials as they like; each costs a question at most this often. */
const askAgainMs = 10_000

const listSchema = z.object({
  data: z.array(
    z.object({
      serial_no: z.string().min(1),
      expire_time: z.coerce.date(),
      encrypt_certificate: sealedSchema,
    }),
  ),
})

interface Certificate {
  serial: string
  key: KeyObject
  until: Date
}

interface Store {
  apiV3Key: Buffer
  publicKey: { id: string; key: KeyObject } | null
  clock: { now(): Date }
  send(call: { method: 'GET'; path: string; effect: 'reads'; signal: undefined }): Promise<ChannelReply>
}

function unavailable(vendorCode: string, cause?: unknown): PaymentFailure {
  return new PaymentFailure('unavailable', { channel: 'wechat', vendorCode, cause })
}

function openCertificate(apiV3Key: Buffer, item: z.infer<typeof listSchema>['data'][number]): Certificate {
  const pem = decryptSealed(apiV3Key, item.encrypt_certificate)
  // Only the merchant's own APIv3 key opens it, so this is where a wrong one shows.
  if (pem === null) throw new PaymentFailure('misconfigured', { channel: 'wechat', vendorCode: 'wrong_api_v3_key' })
  const certificate = new X509Certificate(pem)
  const serial = certificate.serialNumber.toUpperCase()
  if (serial !== item.serial_no.toUpperCase()) throw unavailable('malformed_certificate')
  return { serial, key: createPublicKey(pem), until: item.expire_time }
}

function readList(body: Uint8Array): z.infer<typeof listSchema> {
  try {
    return listSchema.parse(JSON.parse(Buffer.from(body).toString('utf8')))
  } catch (cause) {
    throw unavailable('malformed_certificates', cause)
  }
}

/**
 * The list is signed with one of its own certificates, which nobody but them could have encrypted for us; or with the public key, which our
 * request names where we have one.
 */
async function fetchCertificates({ apiV3Key, publicKey, clock, send }: Store): Promise<Map<string, Certificate>> {
  const reply = await send({ method: 'GET', path: '/v3/certificates', effect: 'reads', signal: undefined })
  if (reply.status === 401) throw new PaymentFailure('misconfigured', { channel: 'wechat', vendorCode: 'SIGN_ERROR' })
  if (reply.status !== 200) throw unavailable(`http_${reply.status}`)
  const certificates = readList(reply.body).data.map((item) => openCertificate(apiV3Key, item))
  const bySerial = new Map(certificates.map((certificate) => [certificate.serial, certificate]))
  const stamp = readStamp((name) => reply.headers.get(name))
  const serial = stamp?.serial ?? ''
  const signer = serial === publicKey?.id ? publicKey : bySerial.get(serial.toUpperCase())
  if (!stamp || !signer || !isTimely(stamp, clock.now()) || !isSignedBy(signer.key, stamp, reply.body)) {
    throw unavailable('wrong_response_signature')
  }
  return bySerial
}

/** Keeps what was fetched, and fetches when it is old or a serial is unknown: certificates change while both are in use. */
export function createCertificateStore(store: Store): CertificateFinder {
  let known = new Map<string, Certificate>()
  let fetchedAt = Number.NEGATIVE_INFINITY
  let askedAt = Number.NEGATIVE_INFINITY
  let underWay: Promise<void> | null = null
  const nowMs = () => store.clock.now().getTime()

  async function fetchOnce(): Promise<void> {
    askedAt = nowMs()
    known = await fetchCertificates(store)
    fetchedAt = nowMs()
  }

  /** One question for all who wait, so none of them can take it back. */
  function refresh(): Promise<void> {
    underWay ??= fetchOnce().finally(() => {
      underWay = null
    })
    return underWay
  }

  return async (serial) => {
    const name = serial.toUpperCase()
    const isWanted = nowMs() - fetchedAt > freshMs || !known.has(name)
    if (isWanted && (underWay !== null || nowMs() - askedAt > askAgainMs)) {
      await refresh().catch((error: unknown) => {
        // An old certificate that is still valid is better than nobody believed while they cannot be asked.
        if (!known.has(name)) throw error
      })
    }
    const found = known.get(name)
    return found && found.until > store.clock.now() ? found.key : null
  }
}
