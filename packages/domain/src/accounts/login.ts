import type { LoginInput } from '@mozhou/contracts/accounts/inputs'
import { AppError } from '@mozhou/contracts/errors'
import type { TxContext } from '../context.ts'
import { wakeReaders } from '../notifications/wake-readers.ts'
import { dayOf } from '../shanghai-day.ts'
import { inTransaction } from '../transaction.ts'
import { accountKey } from './account-key.ts'
import type { AccountsContext } from './accounts-context.ts'
import { rememberDevice } from './device-mark.ts'
import type { SessionClient } from './session-client.ts'
import { issueTokens } from './issue-tokens.ts'
import type { IssuedTokens } from './issue-tokens.ts'
import { openSession } from './open-session.ts'
import { isKnownDevice, tellNewDevice } from './new-device.ts'
import { provePassword } from './prove-password.ts'
import { whyAccountUnusable, whyAppRefused } from './session-rules.ts'
import { takeBackAccount } from './take-back-account.ts'
import { storedRole, storedUserStatus } from '../stored-columns.ts'

type LoginCall = LoginInput & { client: SessionClient; deviceMark?: string | null }

/**
 * By username or email. Nothing but a right password tells whether an account exists, is suspended, waits for its deletion or may use this
 * app. One that waits is had back with `takesBack`, which is never done without being asked for.
 * @throws AppError LOGIN_FAILED, LOGIN_LOCKED, PASSWORD_CHECKS_BUSY, ACCOUNT_SUSPENDED, ACCOUNT_CLOSING, DELETION_BEGUN, FORBIDDEN
 */
export async function login(ctx: AccountsContext, input: LoginCall): Promise<IssuedTokens> {
  const who = accountKey(input.login)
  const proof = { who, password: input.password, ipAddress: input.client.ipAddress }
  const user = await provePassword(ctx, proof, () => findByLogin(ctx, who))
  if (!user) throw new AppError('LOGIN_FAILED')
  const isTakenBack = await refuseClosed(ctx, { user, takesBack: input.takesBack === true })
  const refusal = whyAppRefused(input.client.app, storedRole(user.role))
  if (refusal) throw new AppError(refusal)
  const opened = await inTransaction(ctx, async (tx) => {
    if (isTakenBack) await takeBackAccount(tx, user.id)
    await holdPassword(tx, user)
    const isNewDevice = !(await isKnownDevice(tx, { userId: user.id, client: input.client }))
    const session = await openSession(tx, { userId: user.id, client: input.client })
    await rememberDevice(tx, { userId: user.id, deviceMark: input.deviceMark ?? null })
    if (isNewDevice) await tellNewDevice(tx, { userId: user.id, sessionId: session.sessionId, client: input.client })
    return session
  })
  await wakeReaders(ctx, user.id)
  return issueTokens(ctx, { ...opened, userId: user.id, app: input.client.app })
}

/** Whether it is to be had back. */
async function refuseClosed(
  ctx: AccountsContext,
  { user, takesBack }: { user: { id: string; status: string; suspendedReason: string | null }; takesBack: boolean },
): Promise<boolean> {
  const refusal = whyAccountUnusable(storedUserStatus(user.status))
  if (refusal === null) return false
  if (refusal !== 'ACCOUNT_CLOSING') throw new AppError(refusal)
  // One that was suspended before comes back suspended: that is for operators.
  if (user.suspendedReason !== null) throw new AppError('ACCOUNT_SUSPENDED')
  if (takesBack) return true
  const open = await ctx.prisma.accountDeletion.findFirst({
    where: { userId: user.id, status: 'pending' },
    select: { dueAt: true },
  })
  throw new AppError(open ? 'ACCOUNT_CLOSING' : 'DELETION_BEGUN', open ? { day: dayOf(open.dueAt) } : {})
}

/** A password that was changed since it was proven opens no session: the change has ended all of them already. */
async function holdPassword(tx: TxContext, user: { id: string; passwordHash: string }): Promise<void> {
  const rows = await tx.prisma.$queryRaw<unknown[]>`
    SELECT 1 FROM users WHERE id = ${user.id}::uuid AND password_hash = ${user.passwordHash} FOR SHARE`
  if (rows.length === 0) throw new AppError('LOGIN_FAILED')
}

function findByLogin(ctx: AccountsContext, key: string) {
  // Usernames cannot contain an @.
  return ctx.prisma.user.findUnique({
    where: key.includes('@') ? { emailKey: key } : { usernameKey: key },
    select: { id: true, role: true, status: true, suspendedReason: true, passwordHash: true },
  })
}
