import { setTimeout as sleep } from 'node:timers/promises'
import { Prisma } from '@mozhou/db/client'
import type { DomainContext } from '../../context.ts'
import { beginAttempt, endAttempt, ownDraft } from '../../generations/attempt-record.ts'
import type { AttemptControl, AttemptEnd, AttemptInput } from '../../generations/fulfilment.ts'
import { AttemptFailure } from '../../models/attempt-failure.ts'
import { openTarget } from '../../models/open-target.ts'
import type { CallReport } from '../../models/write-usage.ts'
import { readForm, readStored } from './stored-numbers.ts'

/** Looks at the row this often: a test opens a stage there, from another process. */
const lookEveryMs = 20

const report: CallReport = {
  outcome: 'succeeded',
  servedModel: null,
  vendorRequestId: null,
  usage: { inputTokens: 1, outputTokens: 1, cachedInputTokens: 0, reasoningTokens: 0, isEstimated: false },
  firstTokenMs: 1,
  latencyMs: 1,
  failure: null,
  texts: [],
}

/** "Calls" a model for the number of one stage, and stores it with the numbers before. */
export async function makeNumbers(
  ctx: DomainContext,
  input: AttemptInput,
  control: AttemptControl,
): Promise<AttemptEnd> {
  const opened = await openTarget(ctx, input.modelId)
  await beginAttempt(ctx, input, opened, { baseText: '', promptVersion: 'numbers@1' })
  const step = Number(input.step)
  for (;;) {
    const row = await ctx.prisma.generation.findUniqueOrThrow({
      where: { id: input.generationId },
      select: { input: true, plan: true },
    })
    const { open, failing } = readForm(row.input)
    if (failing === step) {
      const failure = new AttemptFailure('content_rejected')
      await endAttempt(ctx, input, opened, { ...report, outcome: 'failed', failure }, null)
      throw failure
    }
    if (control.signal.aborted) {
      if (!control.isStop()) throw control.signal.reason
      await endAttempt(ctx, input, opened, { ...report, outcome: 'stopped' }, null)
      return { finish: 'stopped', epoch: input.epoch }
    }
    if (step <= open) {
      const numbers = [...readStored(row.plan).numbers.slice(0, step - 1), step * 11]
      await endAttempt(ctx, input, opened, report, numbersUpdate(input, numbers))
      return { finish: 'stop', epoch: input.epoch }
    }
    await sleep(lookEveryMs)
  }
}

function numbersUpdate(input: AttemptInput, numbers: number[]): Prisma.Sql {
  return Prisma.sql`UPDATE generations SET plan = ${JSON.stringify({ numbers })}::jsonb WHERE ${ownDraft(input)} RETURNING id`
}
