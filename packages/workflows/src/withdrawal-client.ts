import { formatId } from '@mozhou/contracts/ids'
import { withdrawalLabel } from '@mozhou/contracts/withdrawals/withdrawal-label'
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client'
import type { WorkflowClient } from '@temporalio/client'
import { TypedSearchAttributes } from '@temporalio/common'
import { withdrawalWorkflowId } from './ids.ts'
import { coreQueue, productionWithdrawalPace } from './options.ts'
import type { WithdrawalPace } from './options.ts'
import { searchKeys } from './search-attributes.ts'
import type { withdrawal } from './withdrawal.ts'
import { withdrawalToldSignal } from './withdrawal-messages.ts'

export interface WithdrawalStart {
  withdrawalId: string
  userId: string
  attempt: number
  amountFen: number
}

/** Lets the run of an attempt look now, and starts it where there is none. */
export async function tellWithdrawal(
  client: WorkflowClient,
  start: WithdrawalStart,
  pace: WithdrawalPace = productionWithdrawalPace,
): Promise<void> {
  await client.signalWithStart<typeof withdrawal>('withdrawal', {
    ...optionsOf(start, pace),
    signal: withdrawalToldSignal,
    signalArgs: [],
  })
}

/** For the sweep: false when a run is there already. */
export async function startMissingWithdrawal(
  client: WorkflowClient,
  start: WithdrawalStart,
  pace: WithdrawalPace = productionWithdrawalPace,
): Promise<boolean> {
  try {
    await client.start<typeof withdrawal>('withdrawal', optionsOf(start, pace))
    return true
  } catch (cause) {
    if (cause instanceof WorkflowExecutionAlreadyStartedError) return false
    throw cause
  }
}

function optionsOf(start: WithdrawalStart, pace: WithdrawalPace) {
  const { withdrawalId, userId, attempt } = start
  const label = withdrawalLabel(start)
  return {
    workflowId: withdrawalWorkflowId(withdrawalId, attempt),
    taskQueue: coreQueue,
    args: [{ withdrawalId, pace }] satisfies [{ withdrawalId: string; pace: WithdrawalPace }],
    staticSummary: label,
    memo: { summary: label },
    typedSearchAttributes: new TypedSearchAttributes([
      { key: searchKeys.userId, value: formatId('user', userId) },
      { key: searchKeys.orderId, value: formatId('withdrawal', withdrawalId) },
      { key: searchKeys.bizType, value: 'withdrawal' },
      { key: searchKeys.bizStatus, value: 'pending' },
    ]),
  }
}
