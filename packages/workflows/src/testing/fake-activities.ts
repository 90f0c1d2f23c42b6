import { epochOf } from '@mozhou/contracts/generations/events'
import type { FailureKind } from '@mozhou/contracts/failures'
import { failurePolicies } from '@mozhou/contracts/failures'
import { Context } from '@temporalio/activity'
import { ApplicationFailure } from '@temporalio/common'
import type { AcceptOutcome, AcceptedRun, Activities, AttemptInput, Candidate, Stage } from '../activities.ts'

const candidates: Candidate[] = [
  { modelId: 'first', alias: '甲', contextTokens: 8_000 },
  { modelId: 'second', alias: '乙', contextTokens: 8_000 },
  { modelId: 'third', alias: '丙', contextTokens: 128_000 },
]

export const acceptedByCredits: AcceptedRun = {
  kind: 'accepted',
  candidates,
  coveredBy: 'credits',
  priceCredits: 10,
}

/** Stages that each deliver something. */
export const stages = (...steps: number[]): Stage[] =>
  steps.map((step) => ({ step, name: `第 ${step} 段`, delivers: true }))

export const outline: Stage = { step: 'outline', name: '大纲', delivers: false }

/** What one call to a model does: writes, fails in a given way, or writes until it is cancelled. */
type Behaviour = 'stop' | 'length' | FailureKind | 'until-cancelled'

export interface FakeScript {
  accept?: AcceptOutcome
  /** Per model, one behaviour a call; the last one goes on. Default: writes. */
  models?: Record<string, Behaviour[]>
  /** Database steps that fail this many times first. */
  failing?: Partial<Record<keyof Activities, number>>
  isKept?: boolean
  /** Something of a failed run was delivered. */
  keepsOfFailed?: boolean
  /** Attempts store what they make, as the worker's do; else the workflow has it stored. */
  storesAtOnce?: boolean
  /** The stages that an outline comes to; two parts and what stands around them when left out. */
  outlined?: readonly Stage[]
}

export interface FakeActivities {
  activities: Activities
  /** What was called, in order: `writeText:first`, `refundGeneration` … */
  calls: string[]
  /** The same with the steps that failed. */
  tried: string[]
  /** Generations in the order in which a model began to write them. */
  written: string[]
}

/** Activities that do as the script says and remember what they were asked: workflows are tested against these. */
export function createFakeActivities(script: FakeScript = {}): FakeActivities {
  const calls: string[] = []
  const tried: string[] = []
  const written: string[] = []
  const used = new Map<string, number>()
  const failuresLeft = new Map(Object.entries(script.failing ?? {}))
  const step = (name: keyof Activities) => {
    tried.push(name)
    const left = failuresLeft.get(name) ?? 0
    failuresLeft.set(name, left - 1)
    if (left > 0) throw ApplicationFailure.create({ type: 'INTERNAL', message: 'database away' })
    calls.push(name)
  }
  const writeText = async (input: AttemptInput) => {
    const count = used.get(input.modelId) ?? 0
    used.set(input.modelId, count + 1)
    calls.push(`writeText:${input.modelId}${input.step === undefined ? '' : `:${input.step}`}`)
    written.push(input.generationId)
    const behaviours = script.models?.[input.modelId] ?? ['stop']
    const behaviour = behaviours[Math.min(count, behaviours.length - 1)] ?? 'stop'
    const epoch = epochOf(input.round, Context.current().info.attempt)
    if (behaviour === 'until-cancelled') return waitForCancel(epoch)
    if (behaviour === 'stop' || behaviour === 'length')
      return {
        epoch,
        finish: behaviour,
        ...(script.storesAtOnce === true && input.step === undefined ? { isStored: true as const } : {}),
        ...(input.step === 'outline' ? { stages: script.outlined ?? stages(1, 2, 3) } : {}),
      }
    throw ApplicationFailure.create({
      type: behaviour,
      message: behaviour,
      nonRetryable: !failurePolicies[behaviour].sameTarget,
    })
  }
  const activities: Activities = {
    async acceptGeneration() {
      step('acceptGeneration')
      return script.accept ?? acceptedByCredits
    },
    writeText,
    async completeGeneration() {
      step('completeGeneration')
    },
    async keepParts() {
      step('keepParts')
    },
    async settleStopped() {
      step('settleStopped')
      return { isKept: script.isKept ?? true }
    },
    async refundGeneration() {
      step('refundGeneration')
      return script.keepsOfFailed ? { refundedCredits: 5, isKept: true } : { refundedCredits: 10 }
    },
    async failGeneration() {
      step('failGeneration')
    },
    syncOrder: async () => ({ status: 'pending' }),
    closeOrder: async () => ({ status: 'closed' }),
    advanceRefund: async () => ({ status: 'succeeded', isOver: true }),
    approveWithdrawal: async () => ({ status: 'approved' }),
    sendTransfer: async () => ({ status: 'paid', mayReturn: false }),
    askTransfer: async () => ({ status: 'paid', isAbsent: false, mayReturn: false }),
    sweepOrders: async () => ({ notices: 0, started: 0 }),
    sendVerification: async () => 'sent',
    sendPasswordReset: async () => 'sent',
    sendNotification: async () => 'sent',
    sweepRenewals: async () => ({ advanced: 0, failed: 0 }),
    remindMembers: async () => ({ told: 0 }),
    expireGifts: async () => ({ expired: 0, told: 0, failed: 0 }),
    beginRemoval: async () => ({ kind: 'over' }),
    removePart: async () => ({ removed: 0 }),
    finishRemoval: async () => {},
    advanceCouponIssue: async () => ({ isOver: true, total: 0, issued: 0, skipped: 0 }),
    sweepCoupons: async () => ({ expired: 0, told: 0, started: 0 }),
    payRebates: async () => ({ paid: 0, failed: 0 }),
    sweepCampaigns: async () => ({ ended: 0, alarmed: 0 }),
    sweepFiles: async () => ({ files: 0, expired: 0, uploads: 0, blobs: 0, staged: 0 }),
    sweepOrphanFiles: async () => ({ orphans: 0 }),
    planPublication: async () => ({ step: 'end', status: 'published' }),
    preparePublication: async () => ({ isReady: true }),
    submitPublication: async () => ({ status: 'published' }),
    lookUpPublication: async () => ({ status: 'published' }),
    findLostPublication: async () => ({ status: 'unconfirmed' }),
    sweepPublications: async () => ({ started: 0, looked: 0, checked: 0 }),
    deliverWebhooks: async () => ({ sent: 0, failed: 0 }),
    sweepStuckGenerations: async () => ({ started: 0, repaired: 0 }),
    auditLedger: async () => ({ failedChecks: 0, findings: 0 }),
    cleanUpTokens: async () => ({ removed: 0 }),
    dueBills: async () => [],
    fetchBill: async () => 'fetched',
    compareBill: async () => ({ open: 0 }),
    cleanUpCreations: async () => ({ purged: 0, indexed: 0 }),
  }
  return { activities, calls, tried, written }
}

async function waitForCancel(epoch: number): Promise<{ epoch: number; finish: 'stopped' }> {
  const activity = Context.current()
  const beat = setInterval(() => activity.heartbeat(), 50)
  try {
    await activity.cancelled
  } catch {
    return { epoch, finish: 'stopped' }
  } finally {
    clearInterval(beat)
  }
  return { epoch, finish: 'stopped' }
}
