import { AppError } from '@mozhou/contracts/errors'
import type { GenerationsContext } from '@mozhou/domain/generations/fulfilment'
import { acceptGeneration } from '@mozhou/domain/generations/accept-generation'
import type { WorkflowGateway } from '../workflow-gateway.ts'

/** A gateway that decides and charges as the workflow's first step does, and then writes nothing. */
export function chargingWorkflows(ctx: () => GenerationsContext): WorkflowGateway {
  return {
    ping: async () => {},
    startGeneration: (start) => decide(ctx(), start),
    stopGeneration: async () => {},
    watchOrder: async () => {},
    tellOrderSettled: async () => {},
    startRefund: async () => {},
    startCouponIssue: async () => {},
    startPublications: async () => {},
    replanPublication: async () => {},
    tellPublication: async () => {},
    tellWithdrawal: async () => {},
    startAudit: async () => {},
    startVerification: async () => {},
    startReconciliation: async () => {},
    pageOf: () => null,
    startPasswordReset: async () => {},
    findRun: async () => null,
    listRunning: async () => [],
  }
}

/** A workflow runs once and repeats its step; here callers race, and the one that came second looks again. */
async function decide(
  ctx: GenerationsContext,
  { generationId, userId }: { generationId: string; userId: string },
): ReturnType<typeof acceptGeneration> {
  try {
    return await acceptGeneration(ctx, { generationId, userId })
  } catch (error) {
    if (error instanceof AppError && error.code === 'CREATION_BUSY') return decide(ctx, { generationId, userId })
    throw error
  }
}
