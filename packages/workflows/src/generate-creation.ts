import type { ErrorCode } from '@mozhou/contracts/errors'
import { failurePolicies } from '@mozhou/contracts/failures'
import type { FailureKind } from '@mozhou/contracts/failures'
import {
  CancellationScope,
  Trigger,
  isCancellation,
  proxyLocalActivities,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow'
import type { AcceptOutcome, Activities, Candidate, WriteOutcome } from './activities.ts'
import { createChecklist } from './checklist.ts'
import { acceptUpdate, stopSignal } from './generation-messages.ts'
import { databaseStep } from './options.ts'
import type { GenerationPace, Tier } from './options.ts'
import { searchKeys } from './search-attributes.ts'
import { failureKindOf, isVendorFailure, nextCandidate } from './fallback-rules.ts'
import { createWriter } from './write-with-priority.ts'

export interface GenerateCreationInput {
  generationId: string
  userId: string
  tier: Tier
  pace: GenerationPace
}

export type GenerateCreationResult =
  | { status: 'refused'; code: ErrorCode }
  | { status: 'succeeded'; finish: 'stop' | 'length'; model: string }
  | { status: 'failed'; code: ErrorCode }
  | { status: 'cancelled'; isKept: boolean }

const database = proxyLocalActivities<Activities>(databaseStep)

/**
 * Charge, write with fallback, store; or refund. The refund is promised before the charge and is kept whatever happens in
 * between, cancellation included.
 */
export async function generateCreation(input: GenerateCreationInput): Promise<GenerateCreationResult> {
  const { generationId } = input
  const checklist = createChecklist()
  const writing = new CancellationScope()
  const decision = new Trigger<AcceptOutcome>()
  setHandler(acceptUpdate, async () => decision)
  setHandler(stopSignal, () => writing.cancel())

  const undo = () => CancellationScope.nonCancellable(() => database.refundGeneration({ generationId }))
  const accepted = await CancellationScope.nonCancellable(() => database.acceptGeneration({ generationId }))
  decision.resolve(accepted)
  if (accepted.kind === 'refused') {
    checklist.failed(`未受理：${accepted.code}`)
    report('refused')
    return { status: 'refused', code: accepted.code }
  }
  checklist.done(chargeLine(accepted))

  const result = await writeWithFallback(input, accepted.candidates, writing, checklist)
  return CancellationScope.nonCancellable(async () => {
    if (result.kind === 'written') {
      await database.completeGeneration({ generationId, epoch: result.epoch, finish: result.finish })
      checklist.done(result.finish === 'length' ? '已保存，达到长度上限，可续写' : '已保存')
      report('succeeded', result.model)
      return { status: 'succeeded', finish: result.finish, model: result.model } as const
    }
    if (result.kind === 'stopped') {
      const { isKept } = await database.settleStopped({ generationId })
      checklist.done(isKept ? '已停止，保留已写部分' : '已停止，未产出内容，积分已退回')
      report('cancelled')
      return { status: 'cancelled', isKept } as const
    }
    const { refundedCredits } = await undo()
    checklist.done(`已退回 ${refundedCredits} 积分`)
    await database.failGeneration({ generationId, code: result.code })
    checklist.failed(`失败：${result.code}`)
    report('failed')
    return { status: 'failed', code: result.code } as const
  })
}

type WritingResult =
  | { kind: 'written'; epoch: number; finish: 'stop' | 'length'; model: string }
  | { kind: 'stopped' }
  | { kind: 'failed'; code: ErrorCode }

/** Tries the candidates in order. Every turn of this loop is a line in the workflow's details and an activity in its history. */
async function writeWithFallback(
  input: GenerateCreationInput,
  candidates: Candidate[],
  scope: CancellationScope,
  checklist: ReturnType<typeof createChecklist>,
): Promise<WritingResult> {
  const write = createWriter(input)
  let model = candidates[0]
  let lastKind: FailureKind = 'unavailable'
  for (let tried = 1; model; tried += 1) {
    const current = model
    const place = `${current.alias}（${tried}/${candidates.length}）`
    checklist.doing(`正在写作：${place}`)
    try {
      const outcome: WriteOutcome = await scope.run(() => write(current, `文本生成 · ${place}`, tried > 1))
      if (outcome.finish === 'stopped') return { kind: 'stopped' }
      checklist.done(`写作完成：${place}`)
      return { kind: 'written', epoch: outcome.epoch, finish: outcome.finish, model: current.alias }
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

function chargeLine(accepted: Extract<AcceptOutcome, { kind: 'accepted' }>): string {
  if (accepted.coveredBy === 'membership') return '已受理，会员免积分'
  if (accepted.coveredBy === 'continuation') return '已受理，续写不另收积分'
  return `已受理，扣除 ${accepted.priceCredits} 积分`
}

/** Operators find runs whose model has a bad key, no money or no future by this attribute, whatever became of the text. */
function alertOperator(): void {
  upsertSearchAttributes([{ key: searchKeys.needsAttention, value: true }])
}

function report(status: string, model?: string): void {
  upsertSearchAttributes([
    { key: searchKeys.bizStatus, value: status },
    ...(model === undefined ? [] : [{ key: searchKeys.model, value: model } as const]),
  ])
}
