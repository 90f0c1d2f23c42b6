import type { ErrorCode } from '@mozhou/contracts/errors'
import { failurePolicies } from '@mozhou/contracts/failures'
import type { FailureKind } from '@mozhou/contracts/failures'
import { isCancellation, upsertSearchAttributes } from '@temporalio/workflow'
import type { CancellationScope } from '@temporalio/workflow'
import type { Candidate, Stage } from './activities.ts'
import type { createChecklist } from './checklist.ts'
import { failureKindOf, isVendorFailure, nextCandidate } from './fallback-rules.ts'
import { searchKeys } from './search-attributes.ts'
import type { Attempt } from './attempt-with-priority.ts'
import { stagesAfter } from './recorded-stages.ts'

/** What one generation runs with. */
export interface RunControl {
  attempt: Attempt
  /** What people read of a call of a model. */
  label: string
  candidates: readonly Candidate[]
  /** Cancelled when the person stops. */
  scope: CancellationScope
  checklist: ReturnType<typeof createChecklist>
}

export interface Finished {
  kind: 'finished'
  epoch: number
  finish: 'stop' | 'length'
  model: string
  /** The attempt has stored what it made. */
  isStored: boolean
  /** What is to follow instead of the stages planned so far. */
  stages?: readonly Stage[] | undefined
}

export type RunResult = Finished | { kind: 'stopped' } | { kind: 'failed'; code: ErrorCode }

/** Tries the candidates in order. Every turn of this loop is a line in the workflow's details and an activity in its history. */
export async function attemptWithFallback(control: RunControl, stage?: Stage): Promise<RunResult> {
  const { candidates, checklist, scope } = control
  const what = stage ? `${stage.name} · ` : ''
  let model = candidates[0]
  let lastKind: FailureKind = 'unavailable'
  for (let tried = 1; model; tried += 1) {
    const current = model
    const place = `${what}${current.alias}（${tried}/${candidates.length}）`
    const call = { isFallback: tried > 1, ...(stage ? { step: stage.step } : {}) }
    checklist.doing(`正在生成：${place}`)
    try {
      const outcome = await scope.run(() => control.attempt(current, `${control.label} · ${place}`, call))
      if (outcome.finish === 'stopped') return { kind: 'stopped' }
      checklist.done(`生成完成：${place}`)
      const { epoch, finish, isStored = false } = outcome
      const stages = stagesAfter(outcome, stage?.step)
      return { kind: 'finished', epoch, finish, model: current.alias, isStored, stages }
    } catch (failure) {
      if (isCancellation(failure) || (scope.consideredCancelled && !isVendorFailure(failure)))
        return { kind: 'stopped' }
      // A stop that arrives with a vendor's failure changes nothing: were this task repeated, it must not choose another way.
      lastKind = failureKindOf(failure)
      checklist.failed(`${place}：${lastKind}`)
      if (failurePolicies[lastKind].alertsOperator) alertOperator()
      model = nextCandidate(candidates, current, lastKind)
    }
  }
  return { kind: 'failed', code: codeOf(lastKind) }
}

function codeOf(kind: FailureKind): ErrorCode {
  if (kind === 'content_rejected') return 'CONTENT_REFUSED'
  if (kind === 'context_too_long') return 'CONTEXT_TOO_LONG'
  return kind === 'invalid_request' ? 'GENERATION_FAILED' : 'GENERATION_BUSY'
}

/** Operators find runs whose model has a bad key, no money or no future by this attribute, whatever became of the run. */
function alertOperator(): void {
  upsertSearchAttributes([{ key: searchKeys.needsAttention, value: true }])
}
