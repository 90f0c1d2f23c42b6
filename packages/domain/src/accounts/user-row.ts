import { firstTouchAnswer } from '@mozhou/contracts/accounts/answers'
import type { UserRowDto } from '@mozhou/contracts/accounts/answers'
import { AppError } from '@mozhou/contracts/errors'
import { formatId } from '@mozhou/contracts/ids'
import type { TxContext } from '../context.ts'
import { storedRole, storedUserStatus } from '../stored-columns.ts'

export const userRowSelect = {
  id: true,
  username: true,
  email: true,
  displayName: true,
  role: true,
  status: true,
  createdAt: true,
  firstTouch: true,
  creditAccounts: { where: { unit: 'credits' }, select: { balance: true } },
} as const

interface UserRow {
  id: string
  username: string
  email: string
  displayName: string
  role: string
  status: string
  createdAt: Date
  firstTouch: unknown
  creditAccounts: { balance: number | null }[]
}

export function toUserRowDto(row: UserRow): UserRowDto {
  return {
    id: formatId('user', row.id),
    username: row.username,
    email: row.email,
    displayName: row.displayName,
    role: storedRole(row.role),
    status: storedUserStatus(row.status),
    credits: row.creditAccounts[0]?.balance ?? 0,
    createdAt: row.createdAt.toISOString(),
    firstTouch: row.firstTouch === null ? null : firstTouchAnswer.parse(row.firstTouch),
  }
}

/** @throws AppError USER_NOT_FOUND */
export async function readUserRow(ctx: Pick<TxContext, 'prisma'>, userId: string): Promise<UserRowDto> {
  const row = await ctx.prisma.user.findUnique({ where: { id: userId }, select: userRowSelect })
  if (!row) throw new AppError('USER_NOT_FOUND')
  return toUserRowDto(row)
}
