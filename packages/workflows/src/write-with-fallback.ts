import type { ErrorCode } from '@mozhou/contracts/errors'
import { failurePolicies } from '@mozhou/contracts/failures'
import type { FailureKind } from '@mozhou/contracts/failures'
import { isCancellation, upsertSearchAttributes } from '@temporalio/workflow'
import type { CancellationScope } from '@temporalio/workflow'
import type { Candidate, WorkStep } from './activities.ts'
import type { createChecklist } from './checklist.ts'
import { failureKindOf, isVendorFailure, nextCandidate } from './fallback-rules.ts'
import { searchKeys } from './search-attributes.ts'
import type { Writer } from './write-with-priority.ts'

/** What one generation writes with. */
export interface Desk {
  write: Writer
  candidates: readonly Candidate[]
  /** Cancelled when the person stops. */
  scope: CancellationScope
  checklist: ReturnType<typeof createChecklist>
}

export interface Written {
  kind: 'written'
  epoch: number
  finish: 'stop' | 'length'
  model: string
  /** After an outline: how many parts it has. */
  parts?: number
}

export type WritingResult = Written | { kind: 'stopped' } | { kind: 'failed'; code: ErrorCode }

/** A step of a long work, and what people read of it in the Temporal UI. */
export interface NamedStep {
  step: WorkStep
  name: string
}

/** Tries the candidates in order. Every turn of this loop is a line in the workflow's details and an activity in its history. */
export async function writeWithFallback(desk: Desk, named?: NamedStep): Promise<WritingResult> {
  const { candidates, checklist, scope } = desk
  const what = named ? `${named.name} · ` : ''
  let model = candidates[0]
  let lastKind: FailureKind = 'unavailable'
  for (let tried = 1; model; tried += 1) {
    const current = model
    const place = `${what}${current.alias}（${tried}/${candidates.length}）`
    const call = { isFallback: tried > 1, ...(named ? { step: named.step } : {}) }
    checklist.doing(`正在写作：${place}`)
    try {
      const outcome = await scope.run(() => desk.write(current, `文本生成 · ${place}`, call))
      if (outcome.finish === 'stopped') return { kind: 'stopped' }
      checklist.done(`写作完成：${place}`)
      return { ...outcome, kind: 'written', finish: outcome.finish, model: current.alias }
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

/** Operators find runs whose model has a bad key, no money or no future by this attribute, whatever became of the text. */
function alertOperator(): void {
  upsertSearchAttributes([{ key: searchKeys.needsAttention, value: true }])
}
