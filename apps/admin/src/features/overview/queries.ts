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
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { ledgerAudits } from '../credits/queries.ts'

const everyMs = 30_000

/** Asked again by itself while the page is looked at. */
function live<Answer>(name: string, read: (signal: AbortSignal) => Promise<Answer>) {
  return queryOptions({
    queryKey: ['overview', name] as const,
    queryFn: ({ signal }): Promise<Answer> => read(signal),
    staleTime: 0,
    refetchInterval: everyMs,
  })
}

export const registrations = () =>
  live('registrations', (signal): Promise<ComparedDto> => api.overview.registrations.query(undefined, { signal }))
export const received = () =>
  live('received', (signal): Promise<ComparedDto> => api.overview.received.query(undefined, { signal }))
export const generations = () =>
  live('generations', (signal): Promise<ComparedGenerationsDto> =>
    api.overview.generations.query(undefined, { signal }),
  )
export const lastAudit = () => ({ ...ledgerAudits(), refetchInterval: everyMs })
export const abnormalOrders = () =>
  live('abnormal', (signal): Promise<WaitingDto> => api.overview.abnormalOrders.query(undefined, { signal }))
export const refundsWaiting = () =>
  live('refunds', (signal): Promise<RefundsWaitingDto> => api.overview.refunds.query(undefined, { signal }))
export const supportWaiting = () =>
  live('support', (signal): Promise<SupportWaitingDto> => api.overview.support.query(undefined, { signal }))
export const failingModels = () =>
  live('models', (signal): Promise<FailingModelsDto> => api.overview.models.query(undefined, { signal }))
export const queueAges = () =>
  live('queues', (signal): Promise<QueueAgesDto> => api.overview.queues.query(undefined, { signal }))
export const parts = () =>
  live('parts', (signal): Promise<PartDto[]> => api.overview.parts.query(undefined, { signal }))
