import { formatId } from '@mozhou/contracts/ids'
import { reverseEntry } from '../credits/reverse-entry.ts'
import type { TxContext } from '../context.ts'
import { notify } from '../notifications/notify.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { inTransaction } from '../transaction.ts'
import { callSucceeded } from './call-webhooks.ts'
import { announceDone } from './announce-done.ts'
import { endWithOffer } from './end-with-offer.ts'
import { fulfilmentOf } from './fulfilment.ts'
import type { GenerationsContext, RunEnd, StoredRun } from './fulfilment.ts'
import type { Run } from './load-run.ts'
import { readRefundedCredits, refundOf } from './refund-generation.ts'

/**
 * Ends a run that leaves something: stores it as its version or offer, gives back the part of the price that was not delivered, then
 * tells viewers. End and refund are one transaction, so neither is ever there without the other. A repeat changes nothing.
 */
export async function keepRun(ctx: GenerationsContext, run: Run, end: RunEnd): Promise<void> {
  const fulfilment = fulfilmentOf(ctx, run.creationKind)
  const undelivered = run.isEnded ? 0 : Math.min(fulfilment.undeliveredCredits(run, end), run.priceCredits)
  const store = (tx: TxContext) =>
    run.yields === 'offer' ? endWithOffer(tx, run, end) : fulfilment.store(tx, run, end)
  const isTold = isWorthTelling(run, end)
  const isCalled = run.isCalled && !run.isEnded && end.reason !== 'stopped'
  const stored =
    undelivered > 0 || isTold || isCalled
      ? await inTransaction(ctx, async (tx) => {
          const kept = undelivered > 0 ? await storeAndRefund(tx, run, undelivered, store) : await store(tx)
          if (isTold) await tellFinished(tx, run, kept)
          if (isCalled) await callSucceeded(tx, run, kept)
          return kept
        })
      : await store(ctx)
  if (isTold) await wakeReaders(ctx, run.userId)
  await announceDone(ctx, run.id, {
    type: 'done',
    status: end.reason === 'stopped' && run.yields === 'version' ? 'cancelled' : 'succeeded',
    versionId: stored.versionId === null ? null : formatId('version', stored.versionId),
    isIncomplete: stored.isIncomplete,
    // A repeat, like a run that gives nothing back, has it from its own look at the row.
    refundedCredits: undelivered > 0 ? await readRefundedCredits(ctx, run.id) : run.refundedCredits,
    failure: null,
  })
}

/** A work in stages takes so long that nobody waits before the screen; who stopped it themself knows. */
function isWorthTelling(run: Run, end: RunEnd): boolean {
  return run.plan !== null && run.yields === 'version' && !run.isEnded && end.reason !== 'stopped'
}

async function tellFinished(tx: TxContext, run: Run, { versionId, isIncomplete }: StoredRun): Promise<void> {
  // Something else ended it meanwhile.
  if (versionId === null) return
  const { title } = await tx.prisma.creation.findUniqueOrThrow({
    where: { id: run.creationId },
    select: { title: true },
  })
  const creationId = formatId('creation', run.creationId)
  await notify(tx, {
    userId: run.userId,
    event: { kind: 'work_finished', params: { creationId, title, isIncomplete } },
    key: `work_finished:${run.id}`,
  })
}

async function storeAndRefund(
  tx: TxContext,
  run: Run,
  credits: number,
  store: (tx: TxContext) => Promise<StoredRun>,
): Promise<StoredRun> {
  const stored = await store(tx)
  // Something else ended it meanwhile, and with it the question of what it owes.
  if (stored.versionId === null && run.yields === 'version') return stored
  await tx.prisma.generation.update({ where: { id: run.id }, data: { undeliveredCredits: credits } })
  await reverseEntry(tx, { ...refundOf(run.id), amount: credits })
  return stored
}
