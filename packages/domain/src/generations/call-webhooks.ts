import { formatId } from '@mozhou/contracts/ids'
import type { TxContext } from '../context.ts'
import { announce } from '../webhooks/announce.ts'
import type { StoredRun } from './fulfilment.ts'
import type { Run } from './load-run.ts'

/** Tells its person's own addresses that a run left something, in the transaction that stored it. */
export async function callSucceeded(tx: TxContext, run: Run, { versionId, isIncomplete }: StoredRun): Promise<void> {
  // Something else ended it meanwhile.
  if (versionId === null && run.yields === 'version') return
  await announce(tx, {
    userId: run.userId,
    event: 'generation.succeeded',
    key: `generation:${run.id}`,
    data: {
      generationId: formatId('generation', run.id),
      creationId: formatId('creation', run.creationId),
      versionId: versionId === null ? null : formatId('version', versionId),
      isIncomplete,
    },
  })
}

/** The same of one that came to nothing; nothing for one that ended otherwise. */
export async function callFailed(tx: TxContext, generationId: string): Promise<void> {
  const run = await tx.prisma.generation.findUnique({
    where: { id: generationId, status: 'failed' },
    select: { userId: true, creationId: true, failureCode: true },
  })
  if (run === null) return
  await announce(tx, {
    userId: run.userId,
    event: 'generation.failed',
    key: `generation:${generationId}`,
    data: {
      generationId: formatId('generation', generationId),
      creationId: formatId('creation', run.creationId),
      code: run.failureCode,
    },
  })
}
