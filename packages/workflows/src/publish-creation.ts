import { ActivityFailure } from '@temporalio/common'
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  executeChild,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow'
import type { Activities, PublicationStep } from './activities.ts'
import { createChecklist } from './checklist.ts'
import { publicationWorkflowId } from './ids.ts'
import { databaseStep, preparation, vendorRead, vendorWriteOnce } from './options.ts'
import type { PublicationPace } from './options.ts'
import { publicationToldSignal, replanUpdate } from './publication-messages.ts'
import { publicationAttributes, searchKeys } from './search-attributes.ts'
import type { PublicationSearch } from './search-attributes.ts'

export interface PublicationInput {
  publicationId: string
  pace: PublicationPace
}

export interface PublishCreationInput {
  /** Runs that began before it was added have no `search`. */
  publications: { publicationId: string; round: number; label: string; search?: PublicationSearch }[]
  pace: PublicationPace
}

const database = proxyLocalActivities<Pick<Activities, 'planPublication'>>(databaseStep)
const preparing = proxyActivities<Pick<Activities, 'preparePublication'>>(preparation)
const submitting = proxyActivities<Pick<Activities, 'submitPublication'>>(vendorWriteOnce)
const looking = proxyActivities<Pick<Activities, 'lookUpPublication' | 'findLostPublication'>>(vendorRead)

/** Those of one press, each in a run of its own: what becomes of one holds none of the others. */
export async function publishCreation({ publications, pace }: PublishCreationInput): Promise<{ statuses: string[] }> {
  const checklist = createChecklist()
  checklist.doing(`${publications.length} 个平台，各自进行`)
  const ended = await Promise.allSettled(
    publications.map(async ({ publicationId, round, label, search }) => {
      const { status } = await executeChild(publishToPlatform, {
        workflowId: publicationWorkflowId(publicationId, round),
        parentClosePolicy: 'ABANDON',
        args: [{ publicationId, pace }],
        staticSummary: label,
        memo: { summary: label },
        ...(search && { typedSearchAttributes: publicationAttributes(search) }),
      })
      checklist.done(`${label}：${words[status] ?? status}`)
      return status
    }),
  )
  // One whose run was started by the sweep goes on there.
  return { statuses: ended.map((end) => (end.status === 'fulfilled' ? end.value : 'elsewhere')) }
}

const words: Readonly<Record<string, string>> = {
  scheduled: '等待发布时间',
  preparing: '检查规则，上传素材',
  submitted: '已提交，等待平台答复',
  in_review: '平台审核中',
  awaiting_user: '等待本人去发布',
  needs_attention: '没有发出，等待本人处理',
  published: '已发布，有凭据',
  rejected: '平台没有通过',
  failed: '没有发布',
  unconfirmed: '结果未知，等待本人核对，不会再发',
  expired: '扫码发布已过期',
  cancelled: '已取消',
  removed: '平台上已不在',
}
const good = new Set(['published', 'awaiting_user', 'cancelled'])

/**
 * One publication, from its time to what became of it. The row says what is to be done; this keeps the times. It is submitted once: whatever
 * goes wrong on the way there is looked for, not sent again.
 */
export async function publishToPlatform(input: PublicationInput): Promise<{ status: string }> {
  const { publicationId, pace } = input
  const checklist = createChecklist()
  let isTold = false
  setHandler(publicationToldSignal, () => {
    isTold = true
  })
  // Answered by the first look at the row that began after it was told: one local activity at a time, or a replay could order them otherwise.
  let begun = 0
  let looked = 0
  let latest: PublicationStep | undefined
  setHandler(replanUpdate, async () => {
    isTold = true
    const before = begun
    await condition(() => looked > before)
    return { status: latest?.status ?? '', waitMs: latest?.step === 'wait' ? latest.ms : null }
  })
  for (;;) {
    begun += 1
    const next = await database.planPublication({ publicationId })
    looked += 1
    latest = next
    checklist.doing(words[next.status] ?? next.status)
    if (next.step === 'end') {
      await condition(() => isTold || allHandlersFinished())
      if (isTold) {
        isTold = false
        continue
      }
      tellEnd(checklist, next.status)
      return { status: next.status }
    }
    if (next.step === 'wait') {
      await condition(() => isTold, Math.max(next.ms, pace.leastWaitMs))
      isTold = false
    } else {
      const pauseMs = await doStep(next.step, input)
      if (pauseMs > 0) {
        upsertSearchAttributes([{ key: searchKeys.needsAttention, value: true }])
        await condition(() => isTold, pauseMs)
        isTold = false
      }
    }
    if (workflowInfo().continueAsNewSuggested && allHandlersFinished() && !isTold) {
      await continueAsNew<typeof publishToPlatform>(input)
    }
  }
}

/** @returns how long to leave it alone where a step could not be done at all, by a fault of ours; 0 where it was done */
async function doStep(
  step: Exclude<PublicationStep['step'], 'wait' | 'end'>,
  { publicationId, pace }: PublicationInput,
): Promise<number> {
  let pauseMs = pace.brokenMs
  try {
    if (step === 'prepare') {
      const { isReady } = await preparing.preparePublication({ publicationId })
      // A submission that was cut off may have arrived: it is looked for as soon as its row allows.
      pauseMs = pace.lostAfterMs
      if (isReady) await submitting.submitPublication({ publicationId, lostAfterMs: pace.lostAfterMs })
    } else if (step === 'look') await looking.lookUpPublication({ publicationId })
    else await looking.findLostPublication({ publicationId, pauseMs: pace.lostPauseMs })
    return 0
  } catch (cause) {
    if (!(cause instanceof ActivityFailure)) throw cause
    return pauseMs
  }
}

function tellEnd(checklist: ReturnType<typeof createChecklist>, status: string): void {
  const said = words[status] ?? status
  if (good.has(status)) checklist.done(said)
  else checklist.failed(said)
  upsertSearchAttributes([
    { key: searchKeys.bizStatus, value: status },
    { key: searchKeys.needsAttention, value: false },
  ])
}
