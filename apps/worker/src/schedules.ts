import { scheduleIds } from '@mozhou/workflows/ids'
import { coreQueue, roundsOfSweep } from '@mozhou/workflows/options'
import { ScheduleAlreadyRunning, ScheduleNotFoundError } from '@temporalio/client'
import type { ScheduleClient, ScheduleOptions } from '@temporalio/client'

const hour = 3_600_000
const policies: NonNullable<ScheduleOptions['policies']> = { overlap: 'SKIP', catchupWindow: hour }

/** Every Schedule of the product. A run that was missed for longer than an hour is not made up for, unless its line says so. */
export function schedules(sweepAfterMs: number): ScheduleOptions[] {
  // As long as a sweep's run goes on looking, its Schedule skips: what it is there for is to start the next.
  const everyMs = Math.min(60_000, sweepAfterMs)
  const rounds = { count: roundsOfSweep, everyMs }
  return [
    {
      scheduleId: scheduleIds.sweep,
      spec: { intervals: [{ every: everyMs }] },
      policies,
      action: {
        type: 'startWorkflow',
        workflowType: 'sweepStuckGenerations',
        taskQueue: coreQueue,
        args: [{ olderThanMs: sweepAfterMs, rounds }],
        staticSummary: '补启或修复卡住的生成任务',
      },
    },
    {
      scheduleId: scheduleIds.orders,
      spec: { intervals: [{ every: everyMs }] },
      policies,
      action: {
        type: 'startWorkflow',
        workflowType: 'sweepOrders',
        taskQueue: coreQueue,
        args: [{ rounds }],
        staticSummary: '补处理支付通知、订单和退款',
      },
    },
    {
      scheduleId: scheduleIds.reminders,
      spec: { calendars: [{ hour: '*', minute: 5 }] },
      policies,
      action: {
        type: 'startWorkflow',
        workflowType: 'remindMembers',
        taskQueue: coreQueue,
        args: [],
        staticSummary: '提醒到期的会员',
      },
    },
    {
      // Gifts end at midnight in Shanghai; a run that was missed is made up for by the next.
      scheduleId: scheduleIds.gifts,
      spec: { calendars: [{ hour: '*', minute: 15 }] },
      policies,
      action: {
        type: 'startWorkflow',
        workflowType: 'expireGifts',
        taskQueue: coreQueue,
        args: [],
        staticSummary: '到期的赠送积分作废，快到期的提醒',
      },
    },
    {
      scheduleId: scheduleIds.coupons,
      spec: { intervals: [{ every: everyMs }] },
      policies,
      action: {
        type: 'startWorkflow',
        workflowType: 'sweepCoupons',
        taskQueue: coreQueue,
        args: [{ rounds }],
        staticSummary: '到期的优惠券作废，快到期的提醒，补启批量发放',
      },
    },
    {
      scheduleId: scheduleIds.renewals,
      spec: { intervals: [{ every: 5 * 60_000 }] },
      policies,
      action: {
        type: 'startWorkflow',
        workflowType: 'sweepRenewals',
        taskQueue: coreQueue,
        args: [],
        staticSummary: '自动续费：通知、扣款、关闭',
      },
    },
    {
      // The row's own date is the truth: a run that was missed is made up for by the next.
      scheduleId: scheduleIds.rebates,
      spec: { calendars: [{ hour: '*', minute: 25 }] },
      policies,
      action: {
        type: 'startWorkflow',
        workflowType: 'payRebates',
        taskQueue: coreQueue,
        args: [],
        staticSummary: '发放到期的推广返利',
      },
    },
    {
      scheduleId: scheduleIds.campaigns,
      spec: { intervals: [{ every: everyMs }] },
      action: {
        type: 'startWorkflow',
        workflowType: 'sweepCampaigns',
        taskQueue: coreQueue,
        args: [{ rounds }],
        staticSummary: '结束到期的活动，预算快用完时提醒',
      },
    },
    {
      scheduleId: scheduleIds.publications,
      spec: { intervals: [{ every: everyMs }] },
      policies,
      action: {
        type: 'startWorkflow',
        workflowType: 'sweepPublications',
        taskQueue: coreQueue,
        args: [{ rounds }],
        staticSummary: '补启到时的发布，复查已发布的内容和平台账号',
      },
    },
    {
      scheduleId: scheduleIds.webhooks,
      spec: { intervals: [{ every: everyMs }] },
      policies,
      action: {
        type: 'startWorkflow',
        workflowType: 'deliverWebhooks',
        taskQueue: coreQueue,
        args: [{ rounds }],
        staticSummary: '向客户的地址发送结果回调',
      },
    },
    {
      scheduleId: scheduleIds.audit,
      spec: { intervals: [{ every: hour }] },
      policies,
      action: {
        type: 'startWorkflow',
        workflowType: 'auditLedger',
        taskQueue: coreQueue,
        args: [],
        staticSummary: '账本核对',
      },
    },
    {
      scheduleId: scheduleIds.bills,
      spec: { calendars: [{ hour: 10, minute: 30 }], timezone: 'Asia/Shanghai' },
      // A bill is there for months: a day that was missed is made up for when the server is back.
      policies: { overlap: 'SKIP', catchupWindow: 12 * hour },
      action: {
        type: 'startWorkflow',
        workflowType: 'reconcileBills',
        taskQueue: coreQueue,
        args: [],
        staticSummary: '取昨日账单并对账',
      },
    },
    {
      scheduleId: scheduleIds.tokens,
      spec: { calendars: [{ hour: 4, minute: 10 }], timezone: 'Asia/Shanghai' },
      policies,
      action: {
        type: 'startWorkflow',
        workflowType: 'cleanUpTokens',
        taskQueue: coreQueue,
        args: [],
        staticSummary: '清理过期会话',
      },
    },
    {
      scheduleId: scheduleIds.creations,
      spec: { calendars: [{ hour: '*', minute: 30 }] },
      policies,
      action: {
        type: 'startWorkflow',
        workflowType: 'cleanUpCreations',
        taskQueue: coreQueue,
        args: [],
        staticSummary: '清除回收站中到期的作品，补建检索',
      },
    },
    {
      scheduleId: scheduleIds.files,
      spec: { calendars: [{ hour: '*', minute: 40 }] },
      policies,
      action: {
        type: 'startWorkflow',
        workflowType: 'sweepFiles',
        taskQueue: coreQueue,
        args: [{ rounds: { count: 24, everyMs: hour } }],
        staticSummary: '清除到期的文件和没人引用的内容',
      },
    },
    {
      scheduleId: scheduleIds.orphanFiles,
      spec: { calendars: [{ dayOfWeek: 'SUNDAY', hour: 4, minute: 50 }], timezone: 'Asia/Shanghai' },
      policies,
      action: {
        type: 'startWorkflow',
        workflowType: 'sweepOrphanFiles',
        taskQueue: coreQueue,
        args: [],
        staticSummary: '清查存储中无主的内容',
      },
    },
  ]
}

/** Creates what is missing and brings what exists up to date. */
export async function ensureSchedules(client: ScheduleClient, wanted: readonly ScheduleOptions[]): Promise<void> {
  for (const options of wanted) {
    try {
      await client.create(options)
    } catch (cause) {
      if (!(cause instanceof ScheduleAlreadyRunning)) throw cause
      await bringUpToDate(client, options)
    }
  }
}

/** A run besides those of the clock, unless one is under way. */
export async function runNow(client: ScheduleClient, scheduleId: string): Promise<void> {
  await client.getHandle(scheduleId).trigger('SKIP')
}

async function bringUpToDate(client: ScheduleClient, { scheduleId, ...options }: ScheduleOptions): Promise<void> {
  try {
    await client.getHandle(scheduleId).update((previous) => ({
      ...options,
      action: { ...options.action, workflowId: `${scheduleId}:run` },
      state: previous.state,
    }))
  } catch (cause) {
    if (!(cause instanceof ScheduleNotFoundError)) throw cause
    await client.create({ scheduleId, ...options })
  }
}
