import type {
  ComparedDto,
  ComparedGenerationsDto,
  FailingModelsDto,
  PartDto,
  QueueAgesDto,
  RefundsWaitingDto,
  SupportWaitingDto,
  WaitingDto,
} from '@mozhou/contracts/overview/answers'
import { compareGenerations, compareReceived, compareRegistrations } from '@mozhou/domain/overview/compare-figures'
import { findFailingModels } from '@mozhou/domain/overview/find-failing-models'
import { findAbnormalOrders, findRefundsWaiting, findSupportWaiting } from '@mozhou/domain/overview/find-waiting'
import { readQueueAges } from '@mozhou/domain/overview/read-queue-ages'
import { examineParts } from '../examine-parts.ts'
import { adminProcedure, router } from '../trpc.ts'

/** A procedure for each card, by the permission of the page that lists what it counts: one that fails takes no other with it. */
export const overviewRouter = router({
  registrations: adminProcedure('user:read').query(({ ctx }): Promise<ComparedDto> => compareRegistrations(ctx.domain)),

  received: adminProcedure('order:read').query(({ ctx }): Promise<ComparedDto> => compareReceived(ctx.domain)),

  generations: adminProcedure('generation:read').query(({ ctx }): Promise<ComparedGenerationsDto> =>
    compareGenerations(ctx.domain),
  ),

  abnormalOrders: adminProcedure('order:read').query(({ ctx }): Promise<WaitingDto> => findAbnormalOrders(ctx.domain)),

  refunds: adminProcedure('refund:read').query(({ ctx }): Promise<RefundsWaitingDto> => findRefundsWaiting(ctx.domain)),

  support: adminProcedure('support:answer').query(({ ctx }): Promise<SupportWaitingDto> =>
    findSupportWaiting(ctx.domain),
  ),

  models: adminProcedure('model:read').query(({ ctx }): Promise<FailingModelsDto> => findFailingModels(ctx.domain)),

  queues: adminProcedure('workflow:read').query(({ ctx }): Promise<QueueAgesDto> => readQueueAges(ctx.domain)),

  parts: adminProcedure('workflow:read').query(({ ctx }): Promise<PartDto[]> => examineParts(ctx)),
})
