import type { DomainContext, TxContext } from '../context.ts'
import { newRefreshToken, refreshTokenHash } from './refresh-token.ts'

/** How long a link in a mail holds. */
export const verificationHours = 24

/** A token for one link; sealed, for the worker to write the mail with: in clear it is nowhere but there. */
export interface PreparedVerification {
  id: string
  tokenHash: Uint8Array<ArrayBuffer>
  sealedToken: Uint8Array<ArrayBuffer>
  sealedKeyId: string
}

/** Before the transaction, which reaches no keys; null where no mail is configured, and so nothing is verified. */
export function prepareVerification(ctx: DomainContext): PreparedVerification | null {
  if (!ctx.settings.verifiesEmail) return null
  const id = ctx.newId()
  const token = newRefreshToken()
  const { data, keyId } = ctx.secrets.seal(token, id)
  return { id, tokenHash: refreshTokenHash(token), sealedToken: data, sealedKeyId: keyId }
}

/** The row that a mail is sent for. It is there before anything is sent, and what nobody sent is found by the sweep. */
export async function openVerification(
  tx: TxContext,
  prepared: PreparedVerification,
  owner: { userId: string; emailKey: string },
): Promise<void> {
  const now = tx.clock.now()
  const expiresAt = new Date(now.getTime() + verificationHours * 3_600_000)
  await tx.prisma.emailVerification.create({
    data: { ...prepared, ...owner, createdAt: now, expiresAt },
    select: { id: true },
  })
}
