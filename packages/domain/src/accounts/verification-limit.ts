import type { TxContext } from '../context.ts'

/** Mails of one person within 24 hours, that of the registration among them, and the pause between two. */
const mostADay = 5
const pauseMs = 60_000
const dayMs = 86_400_000

/** Seconds until this person may be sent another mail; 0 when it may be now. Whoever changes addresses could else fill strangers' boxes. */
export async function secondsUntilMail(tx: TxContext, userId: string): Promise<number> {
  const now = tx.clock.now().getTime()
  const asked = await tx.prisma.emailVerification.findMany({
    where: { userId, createdAt: { gt: new Date(now - dayMs) } },
    orderBy: { createdAt: 'desc' },
    take: mostADay,
    select: { createdAt: true },
  })
  const [last, oldest] = [asked[0], asked[mostADay - 1]]
  const freeAt = Math.max(
    last ? last.createdAt.getTime() + pauseMs : 0,
    oldest ? oldest.createdAt.getTime() + dayMs : 0,
  )
  return Math.max(0, Math.ceil((freeAt - now) / 1000))
}
