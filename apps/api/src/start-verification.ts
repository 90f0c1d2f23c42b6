import type { Context } from './context.ts'

/** Has the mail of a verification sent. Its row is written: when Temporal is away, the sweep starts what nobody started. */
export async function startVerification(
  { domain, workflows }: Pick<Context, 'domain' | 'workflows'>,
  verificationId: string | null,
): Promise<void> {
  if (verificationId === null) return
  try {
    await workflows.startVerification(verificationId)
  } catch (cause) {
    domain.log.warn({ err: cause, verificationId }, 'a verification waits for the sweep')
  }
}
