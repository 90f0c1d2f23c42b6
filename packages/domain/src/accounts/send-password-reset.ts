import type { Mailer } from '@mozhou/integrations/mail/port'
import type { DomainContext } from '../context.ts'
import { storedLocale } from '../stored-columns.ts'
import { inTransaction } from '../transaction.ts'
import { lockUser } from './lock-user.ts'
import { newRefreshToken, refreshTokenHash } from './refresh-token.ts'
import { resetMail } from './reset-mail.ts'

export type ResetOutcome = 'sent' | 'refused' | 'not_needed'

/** Links that one account is sent within an hour, from whatever network they are asked for, and the pause between two. */
const mostAnHour = 5
const pauseMs = 60_000
const hourMs = 3_600_000

/**
 * Finds out who is meant and mails them the link; nothing for a name that no account has, for a suspended one, and beyond the limit. A try
 * that was cut off sends the same link again.
 * @throws MailError, and Temporal tries again
 */
export async function sendPasswordReset(
  ctx: DomainContext,
  mail: { mailer: Mailer; webOrigin: string },
  { resetId }: { resetId: string },
): Promise<ResetOutcome> {
  const row = await ctx.prisma.passwordReset.findUnique({ where: { id: resetId } })
  if (!row || row.handledAt !== null || row.expiresAt <= ctx.clock.now()) return 'not_needed'
  const opened = row.userId === null ? await open(ctx, row) : await reopen(ctx, row)
  if (!opened) return conclude(ctx, resetId, 'not_needed')
  const outcome = await mail.mailer.send({
    id: resetId,
    to: opened.email,
    // Behind the hash sign, which browsers send to nobody: the token is in no access log and no Referer.
    ...resetMail(storedLocale(opened.locale), `${mail.webOrigin}/reset-password#${opened.token}`),
  })
  if (outcome === 'refused') ctx.log.warn({ resetId }, 'a mail server refuses an address')
  return conclude(ctx, resetId, outcome)
}

interface OpenedReset {
  email: string
  locale: string | null
  token: string
}

interface ResetRow {
  id: string
  askedFor: string | null
  userId: string | null
  sealedToken: Uint8Array | null
  sealedKeyId: string | null
}

const personSelect = { id: true, email: true, emailKey: true, locale: true, status: true } as const

/** Whoever closed their account may want it back, and has forgotten the password. */
const mayReset = ({ status }: { status: string }) => status === 'active' || status === 'closing'

/** Whose it is, and the token, are stored before anything is sent. */
async function open(ctx: DomainContext, { id, askedFor }: ResetRow): Promise<OpenedReset | null> {
  if (askedFor === null) return null
  // Usernames cannot contain an @.
  const where = askedFor.includes('@') ? { emailKey: askedFor } : { usernameKey: askedFor }
  const user = await ctx.prisma.user.findUnique({ where, select: personSelect })
  if (!user || !mayReset(user)) return null
  const token = newRefreshToken()
  const { data: sealedToken, keyId: sealedKeyId } = ctx.secrets.seal(token, id)
  const isOpened = await inTransaction(ctx, async (tx) => {
    await tx.prisma.$executeRaw(lockUser(user.id))
    const now = tx.clock.now().getTime()
    const sent = await tx.prisma.passwordReset.findMany({
      where: { userId: user.id, createdAt: { gt: new Date(now - hourMs) } },
      orderBy: { createdAt: 'desc' },
      take: mostAnHour,
      select: { createdAt: true },
    })
    const [last] = sent
    if (sent.length >= mostAnHour || (last && now - last.createdAt.getTime() < pauseMs)) return false
    await tx.prisma.passwordReset.update({
      where: { id },
      data: {
        userId: user.id,
        emailKey: user.emailKey,
        askedFor: null,
        tokenHash: refreshTokenHash(token),
        sealedToken,
        sealedKeyId,
      },
      select: { id: true },
    })
    return true
  })
  return isOpened ? { email: user.email, locale: user.locale, token } : null
}

async function reopen(ctx: DomainContext, { id, userId, sealedToken, sealedKeyId }: ResetRow) {
  if (userId === null || sealedToken === null || sealedKeyId === null) return null
  const user = await ctx.prisma.user.findUnique({ where: { id: userId }, select: personSelect })
  if (!user || !mayReset(user)) return null
  return { email: user.email, locale: user.locale, token: ctx.secrets.open(sealedToken, sealedKeyId, id) }
}

/** What was typed is forgotten, and the token with it. */
async function conclude(ctx: DomainContext, id: string, outcome: ResetOutcome): Promise<ResetOutcome> {
  await ctx.prisma.passwordReset.updateMany({
    where: { id, handledAt: null },
    data: { handledAt: ctx.clock.now(), askedFor: null, sealedToken: null },
  })
  return outcome
}
