import type { StartedWithdrawal } from '@mozhou/domain/withdrawals/request-withdrawal'
import type { Context } from '../context.ts'

/** Has a withdrawal carried out by its run, or lets the run look now. It is held without: what no run has, the sweep finds. */
export async function runWithdrawal(
  { domain, workflows }: Pick<Context, 'domain' | 'workflows'>,
  started: StartedWithdrawal,
): Promise<void> {
  try {
    await workflows.tellWithdrawal(started)
  } catch (cause) {
    domain.log.warn({ err: cause, withdrawalId: started.withdrawalId }, 'a withdrawal waits for the sweep')
  }
}
