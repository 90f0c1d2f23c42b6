import type { ErrorCode } from '@mozhou/contracts/errors'
import {
  CancellationScope,
  Trigger,
  proxyLocalActivities,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow'
import type { AcceptOutcome, Activities } from './activities.ts'
import { createChecklist } from './checklist.ts'
import { acceptUpdate, stopSignal } from './generation-messages.ts'
import { databaseStep } from './options.ts'
import type { GenerationPace, Tier } from './options.ts'
import { searchKeys } from './search-attributes.ts'
import { attemptWithFallback } from './attempt-with-fallback.ts'
import { createAttempt } from './attempt-with-priority.ts'
import { stagesOf } from './recorded-stages.ts'
import { runInStages } from './run-in-stages.ts'

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
  /** Failed, with something delivered before. */
  | { status: 'kept'; code: ErrorCode }
  | { status: 'cancelled'; isKept: boolean }

const database = proxyLocalActivities<Activities>(databaseStep)

/**
 * Charge, make with fallback, store; or refund. The refund is promised before the charge and is kept whatever happens in
 * between, cancellation included.
 */
export async function generateCreation(input: GenerateCreationInput): Promise<GenerateCreationResult> {
  const { generationId, userId } = input
  const checklist = createChecklist()
  const making = new CancellationScope()
  const decision = new Trigger<AcceptOutcome>()
  setHandler(acceptUpdate, async () => decision)
  setHandler(stopSignal, () => making.cancel())

  const undo = () => CancellationScope.nonCancellable(() => database.refundGeneration({ generationId }))
  const accepted = await CancellationScope.nonCancellable(() => database.acceptGeneration({ generationId, userId }))
  decision.resolve(accepted)
  if (accepted.kind === 'refused') {
    checklist.failed(`未受理：${accepted.code}`)
    report('refused')
    return { status: 'refused', code: accepted.code }
  }
  checklist.done(chargeLine(accepted))

  const control = {
    attempt: createAttempt(input, accepted.creationKind),
    label: accepted.attemptLabel ?? '模型生成',
    candidates: accepted.candidates,
    scope: making,
    checklist,
  }
  const stages = stagesOf(accepted)
  const result = stages.length > 0 ? await runInStages(control, stages) : await attemptWithFallback(control)
  return CancellationScope.nonCancellable(async () => {
    if (result.kind === 'finished') {
      const { epoch, finish, isStored } = result
      if (!isStored) await database.completeGeneration({ generationId, epoch, finish })
      checklist.done(finish === 'length' ? '已保存，达到长度上限' : '已保存')
      report('succeeded', result.model)
      return { status: 'succeeded', finish, model: result.model } as const
    }
    if (result.kind === 'kept') {
      await database.keepParts({ generationId })
      checklist.done(`已保存完成的 ${result.stages} 个阶段，其余暂时无法完成`)
      report('succeeded')
      return { status: 'succeeded', finish: 'length', model: result.model } as const
    }
    if (result.kind === 'stopped') {
      const { isKept } = await database.settleStopped({ generationId })
      checklist.done(isKept ? '已停止，保留已完成部分' : '已停止，未产出内容，积分已退回')
      report('cancelled')
      return { status: 'cancelled', isKept } as const
    }
    const { refundedCredits, isKept } = await undo()
    if (isKept) {
      checklist.done(`已保存已完成的部分，退回其余 ${refundedCredits} 积分`)
      report('succeeded')
      return { status: 'kept', code: result.code } as const
    }
    checklist.done(`已退回 ${refundedCredits} 积分`)
    await database.failGeneration({ generationId, code: result.code })
    checklist.failed(`失败：${result.code}`)
    report('failed')
    return { status: 'failed', code: result.code } as const
  })
}

function chargeLine(accepted: Extract<AcceptOutcome, { kind: 'accepted' }>): string {
  if (accepted.coveredBy === 'membership') return '已受理，会员免积分'
  if (accepted.coveredBy === 'continuation') return '已受理，前次已付，不另收积分'
  return `已受理，扣除 ${accepted.priceCredits} 积分`
}

function report(status: string, model?: string): void {
  upsertSearchAttributes([
    { key: searchKeys.bizStatus, value: status },
    ...(model === undefined ? [] : [{ key: searchKeys.model, value: model } as const]),
  ])
}
