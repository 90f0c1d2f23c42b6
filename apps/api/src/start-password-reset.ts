import type { Context } from './context.ts'

/** Has a request for a new password looked at. Its row is written: when Temporal is away, the sweep starts what nobody started. */
export async function startPasswordReset(
  { domain, workflows }: Pick<Context, 'domain' | 'workflows'>,
  resetId: string,
): Promise<void> {
  try {
    await workflows.startPasswordReset(resetId)
  } catch (cause) {
    domain.log.warn({ err: cause, resetId }, 'a request for a new password waits for the sweep')
  }
}
