import { AppError } from '@mozhou/contracts/errors'
import type { PlatformAccountDto } from '@mozhou/contracts/publications/answers'
import type { SaveAccountInput } from '@mozhou/contracts/publications/inputs'
import type { DomainContext } from '../context.ts'
import { accountSelect, toAccountDto } from './account-dto.ts'
import type { SetupContext } from './platform-setup.ts'

/** Name, pace and hours of one's own account. @throws AppError PLATFORM_ACCOUNT_NOT_FOUND, VALIDATION_FAILED */
export async function saveAccount(
  ctx: Pick<DomainContext, 'prisma'> & SetupContext,
  { userId, accountId, name, paceMinutes, window }: SaveAccountInput & { userId: string },
): Promise<PlatformAccountDto> {
  if (window && window.from === window.to)
    throw new AppError('VALIDATION_FAILED', { field: 'window', rule: 'day_range' })
  const { count } = await ctx.prisma.platformAccount.updateMany({
    where: { id: accountId, userId, state: { not: 'disconnected' } },
    data: {
      ...(name !== undefined && { name }),
      ...(paceMinutes !== undefined && { paceMinutes }),
      ...(window !== undefined && { windowFrom: window?.from ?? null, windowTo: window?.to ?? null }),
    },
  })
  if (count === 0) throw new AppError('PLATFORM_ACCOUNT_NOT_FOUND')
  return toAccountDto(
    ctx,
    await ctx.prisma.platformAccount.findUniqueOrThrow({ where: { id: accountId }, select: accountSelect }),
  )
}
