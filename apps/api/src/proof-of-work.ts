import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { WorkProof } from '@mozhou/contracts/accounts/inputs'
import { leadingZeroBits, workText } from '@mozhou/contracts/accounts/proof-of-work'
import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '@mozhou/domain/context'
import { withRedis } from '@mozhou/domain/with-redis'
import type { RegistrationProof } from './registration-proof.ts'

/** Filling in a form takes minutes. */
const holdsMs = 10 * 60_000

/** Self-hosted: nobody else learns who registers here, and nothing is loaded from anywhere. */
export function createProofOfWork(
  ctx: Pick<DomainContext, 'clock' | 'redis' | 'log'>,
  options: { secretKey: string; bits: number },
): RegistrationProof {
  const { bits } = options
  const key = Buffer.from(hkdfSync('sha256', options.secretKey, '', 'mozhou registration proof', 32))
  const sign = (salt: string) => createHmac('sha256', key).update(`${bits}:${salt}`).digest()
  return {
    challenge() {
      const endsAt = ctx.clock.now().getTime() + holdsMs
      const salt = `${endsAt}.${randomBytes(16).toString('base64url')}`
      return { salt, bits, signature: sign(salt).toString('base64url') }
    },
    async check(proof) {
      if (!proof || !isWork(proof, bits) || !isOurs(proof, sign(proof.salt))) throw wrong()
      const leftMs = Number(proof.salt.split('.')[0]) - ctx.clock.now().getTime()
      if (!(leftMs > 0)) throw wrong()
      // Without Redis a proof may be used more than once within its minutes; the other limits hold.
      const isFirst = await withRedis(ctx, (redis) => redis.set(`work:${proof.salt}`, '1', 'PX', leftMs, 'NX'), 'OK')
      if (isFirst !== 'OK') throw wrong()
    },
  }
}

const wrong = () => new AppError('REGISTRATION_PROOF_WRONG')

function isWork({ salt, number }: WorkProof, bits: number): boolean {
  return leadingZeroBits(createHash('sha256').update(workText(salt, number)).digest()) >= bits
}

function isOurs({ signature }: WorkProof, ours: Buffer): boolean {
  const theirs = Buffer.from(signature, 'base64url')
  return theirs.length === ours.length && timingSafeEqual(theirs, ours)
}
