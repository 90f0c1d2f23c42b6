import { formatId } from '@mozhou/contracts/ids'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext, TxContext } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { createUser, creatingUser } from './create-user.ts'
import { hashPassword } from './password-hash.ts'

/** From the command line, so the audit row has no actor. No sign-up gift. @throws AppError USERNAME_TAKEN, EMAIL_TAKEN */
export async function createAdmin(
  ctx: Pick<DomainContext, keyof TxContext>,
  input: { username: string; email: string; password: string },
): Promise<{ userId: string }> {
  const { username, email } = input
  const passwordHash = await hashPassword(input.password)
  return creatingUser(() =>
    inTransaction(ctx, async (tx) => {
      const userId = await createUser(tx, { username, email, passwordHash, role: 'admin' })
      await writeAuditRow(tx, {
        actorId: null,
        permission: 'user:role',
        action: 'user.create_admin',
        target: formatId('user', userId),
        after: { role: 'admin', username },
        requestId: 'command-line',
      })
      return { userId }
    }),
  )
}
