import type { LedgerUnit } from '@mozhou/contracts/credits/kinds'
import type { VerifyAccountDto } from '@mozhou/contracts/credits/answers'
import { formatId } from '@mozhou/contracts/ids'
import type { ChainState } from './chain-rules.ts'
import { emptyChain, followChain, sameBytes } from './chain-rules.ts'
import type { LedgerContext } from './post-entry.ts'

const batchSize = 1_000

const chainedColumns = {
  id: true,
  idempotencyKey: true,
  kind: true,
  accountId: true,
  counterAccountId: true,
  amount: true,
  balanceAfter: true,
  sequence: true,
  referenceType: true,
  referenceId: true,
  reversesId: true,
  reason: true,
  actorId: true,
  previousHash: true,
  hash: true,
  createdAt: true,
} as const

/** Recomputes the balance and the hash chain of one account from its entries. Entries posted meanwhile are left for the next time. */
export async function verifyAccount(
  ctx: Pick<LedgerContext, 'prisma'>,
  input: { userId: string; unit?: LedgerUnit },
): Promise<VerifyAccountDto> {
  const { userId, unit = 'credits' } = input
  const account = await ctx.prisma.creditAccount.findUnique({
    where: { userId_unit: { userId, unit } },
    select: { id: true, balance: true, entryCount: true, headHash: true },
  })
  if (!account) return toDto(emptyChain, 0, true)
  const chain = await readChain(ctx, account.id, account.entryCount)
  const isAtHead = chain.entries === account.entryCount && sameBytes(chain.headHash, account.headHash)
  return toDto(chain, account.balance ?? 0, isAtHead)
}

async function readChain(ctx: Pick<LedgerContext, 'prisma'>, accountId: string, upTo: number): Promise<ChainState> {
  let state = emptyChain
  let lastSequence = 0
  while (lastSequence < upTo) {
    const entries = await ctx.prisma.creditEntry.findMany({
      where: { accountId, sequence: { gt: lastSequence, lte: upTo } },
      orderBy: { sequence: 'asc' },
      take: batchSize,
      select: chainedColumns,
    })
    const last = entries.at(-1)
    if (!last) break
    state = entries.reduce(followChain, state)
    lastSequence = last.sequence
  }
  return state
}

function toDto(chain: ChainState, cachedBalance: number, isAtHead: boolean): VerifyAccountDto {
  return {
    isIntact: isAtHead && chain.firstBadEntryId === null && chain.balance === cachedBalance,
    entries: chain.entries,
    computedBalance: chain.balance,
    cachedBalance,
    headHash: chain.headHash === null ? null : Buffer.from(chain.headHash).toString('hex'),
    firstBadEntryId: chain.firstBadEntryId === null ? null : formatId('entry', chain.firstBadEntryId),
  }
}
