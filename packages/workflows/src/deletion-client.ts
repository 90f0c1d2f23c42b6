import { formatId } from '@mozhou/contracts/ids'
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client'
import type { WorkflowClient } from '@temporalio/client'
import { TypedSearchAttributes } from '@temporalio/common'
import type { accountDeletion } from './account-deletion.ts'
import { deletionWorkflowId } from './ids.ts'
import { coreQueue } from './options.ts'
import { searchKeys } from './search-attributes.ts'

const label = '注销账号'

/** Carries a deletion out; nothing when that is under way. One that was in the way of something runs again under its id. */
export async function startAccountDeletion(
  client: WorkflowClient,
  { deletionId, userId }: { deletionId: string; userId: string },
): Promise<void> {
  try {
    await client.start<typeof accountDeletion>('accountDeletion', {
      workflowId: deletionWorkflowId(deletionId),
      taskQueue: coreQueue,
      workflowIdConflictPolicy: 'USE_EXISTING',
      args: [{ deletionId }],
      staticSummary: label,
      memo: { summary: label },
      typedSearchAttributes: new TypedSearchAttributes([
        { key: searchKeys.userId, value: formatId('user', userId) },
        { key: searchKeys.bizType, value: 'account-deletion' },
        { key: searchKeys.bizStatus, value: 'pending' },
      ]),
    })
  } catch (cause) {
    if (!(cause instanceof WorkflowExecutionAlreadyStartedError)) throw cause
  }
}
