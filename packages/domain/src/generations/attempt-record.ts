import { failurePolicies } from '@mozhou/contracts/failures'
import type { DomainContext } from '../context.ts'
import { admitRate } from '../models/admit-rate.ts'
import { AttemptFailure, AttemptSuperseded } from '../models/attempt-failure.ts'
import { admitCall, recordCall } from '../models/circuit.ts'
import type { Opened } from '../models/open-target.ts'
import { Prisma } from '@mozhou/db/client'
import { usageInsert, usageReport, usagesLost } from '../models/write-usage.ts'
import type { CallReport } from '../models/write-usage.ts'
import { inRunning } from './active-generation.ts'
import type { AttemptInput } from './fulfilment.ts'
import { persistently } from './persistently.ts'

/** What the attempt goes on from, and the version of the prompt that it was built from. */
export interface AttemptBasis {
  baseText: string
  promptVersion: string | null
}

/**
 * Admits an attempt and makes it the owner of the draft.
 * @throws AttemptFailure when the model's limit or circuit refuses, AttemptSuperseded when a newer attempt owns the draft or the
 *   generation has ended.
 */
export async function beginAttempt(
  ctx: DomainContext,
  input: AttemptInput,
  opened: Opened,
  basis: AttemptBasis,
): Promise<void> {
  if (!(await admitRate(ctx, opened.model)))
    throw new AttemptFailure('rate_limited', { vendorCode: 'own_limit', mayRetrySame: false })
  const circuit = await admitCall(ctx, opened.circuit, opened.model.limits.firstTokenTimeoutMs)
  if (circuit === 'open') throw new AttemptFailure('unavailable', { vendorCode: 'circuit_open', mayRetrySame: false })
  if (!(await claimAttempt(ctx, input, opened, basis))) throw new AttemptSuperseded()
}

/**
 * Makes this attempt the owner of the draft, and writes its usage row, `running`. An earlier attempt that never reported is `lost`.
 * False when a newer attempt owns the draft or the generation has ended.
 */
export async function claimAttempt(
  ctx: DomainContext,
  input: AttemptInput,
  opened: Opened,
  { baseText, promptVersion }: AttemptBasis,
): Promise<boolean> {
  const now = ctx.clock.now()
  const claimed = Prisma.sql`claimed`
  const begun = await ctx.prisma.$executeRaw`
    WITH owned AS (
      UPDATE generations SET status = 'running', draft_epoch = ${input.epoch}, draft_text = ${baseText}, draft_model = ${opened.model.alias},
        prompt_version = ${promptVersion}, started_at = coalesce(started_at, ${now})
      WHERE id = ${input.generationId}::uuid AND ${inRunning} AND draft_epoch < ${input.epoch}
      RETURNING id, creation_id, user_id
    ), claimed AS (
      SELECT owned.id, owned.creation_id, owned.user_id, creations.tool_key FROM owned JOIN creations ON creations.id = owned.creation_id
    ), lost AS (${usagesLost(claimed, 'worker_lost')}), running AS (
      UPDATE creations SET status = 'running' FROM owned WHERE creations.id = owned.creation_id
    )
    ${usageInsert(ctx, opened, input, claimed)}`
  return begun === 1
}

/** The generation's row, where this attempt still owns the draft. */
export function ownDraft({ generationId, epoch }: Pick<AttemptInput, 'generationId' | 'epoch'>): Prisma.Sql {
  return Prisma.sql`id = ${generationId}::uuid AND draft_epoch = ${epoch} AND status = 'running'`
}

/**
 * Stores what the attempt made and reports its call, in one statement and through a restart of the database; then the circuit learns of it.
 * `store` is an `UPDATE … RETURNING` of the generation's row where `ownDraft` holds.
 * @throws AttemptSuperseded when it succeeded and the draft belongs to another.
 */
export async function endAttempt(
  ctx: DomainContext,
  input: AttemptInput,
  opened: Opened,
  report: CallReport,
  store: Prisma.Sql | null,
): Promise<void> {
  const { outcome, failure } = report
  // Stopped and settled without us: what the call cost is still worth a row.
  const mustOwn = store !== null && outcome === 'succeeded'
  const condition = mustOwn ? Prisma.sql`EXISTS (SELECT 1 FROM stored)` : Prisma.sql`true`
  const update = usageReport(input, opened, report, condition)
  const statement = store ? Prisma.sql`WITH stored AS (${store}) ${update}` : update
  const reported = await persistently(ctx, () => ctx.prisma.$executeRaw(statement))
  if (mustOwn && reported === 0) throw new AttemptSuperseded()
  if (failure && failurePolicies[failure.kind].alertsOperator) {
    const { kind, vendorCode } = failure
    ctx.log.error({ model: opened.model.alias, kind, vendorCode }, 'a model needs an operator')
  }
  const counts = failure ? failurePolicies[failure.kind].countsAgainstCircuit : true
  if (outcome !== 'stopped' && counts) await recordCall(ctx, opened.circuit, failure === null)
}
