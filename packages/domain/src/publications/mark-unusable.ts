import { formatId } from '@mozhou/contracts/ids'
import type { Explanation } from '@mozhou/integrations/publishing/port'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { storedPlatform } from '../stored-columns.ts'
import { inTransaction } from '../transaction.ts'
import type { PublicationsContext } from './publications-context.ts'

/** What its person mends at the platform is looked for by itself as well. */
const againMs = 3_600_000

/**
 * Nothing works with an account until its person has done something, which is said in its own words: allow it anew, or mend a list, or
 * see what the platform has against it. They are told once for each.
 */
export async function markUnusable(
  ctx: PublicationsContext,
  accountId: string,
  { words, accountState }: Pick<Explanation, 'words' | 'accountState'>,
): Promise<void> {
  const state: NonNullable<typeof accountState> | 'expired' = accountState ?? 'expired'
  const stateDetail = { zh: words.zh, en: words.en }
  const nextCheckAt = state === 'expired' ? null : new Date(ctx.clock.now().getTime() + againMs)
  const row = await inTransaction(ctx, async (tx) => {
    const { count } = await tx.prisma.platformAccount.updateMany({
      where: { id: accountId, state: { notIn: ['disconnected', state] } },
      data: { state, stateDetail, nextCheckAt },
    })
    if (count === 0) {
      // The address that is lacking may be another one by now.
      await tx.prisma.platformAccount.updateMany({
        where: { id: accountId, state },
        data: { stateDetail, nextCheckAt },
      })
      return null
    }
    const found = await tx.prisma.platformAccount.findUniqueOrThrow({
      where: { id: accountId },
      select: { userId: true, platform: true, name: true },
    })
    const account = { accountId: formatId('platformAccount', accountId), name: found.name }
    const params = { ...account, platform: storedPlatform(found.platform), state, detail: stateDetail }
    const key = `platform_account_lapsed:${accountId}:${tx.newId()}`
    await notify(tx, { userId: found.userId, event: { kind: 'platform_account_lapsed', params }, key })
    return found
  })
  if (row) await wakeReaders(ctx, row.userId)
}
