import { AppError } from '@mozhou/contracts/errors'
import type { SetNotificationWishInput } from '@mozhou/contracts/notifications/inputs'
import { notificationWishes } from '@mozhou/contracts/notifications/kinds'
import type { DomainContext } from '../context.ts'

/** Holds for what is told from now on. @throws AppError VALIDATION_FAILED for what nobody may switch */
export async function setWish(
  ctx: Pick<DomainContext, 'prisma'>,
  { userId, kind, where, isOn }: SetNotificationWishInput & { userId: string },
): Promise<void> {
  if (notificationWishes[kind][where] === 'always')
    throw new AppError('VALIDATION_FAILED', { field: 'where', rule: 'fixed' })
  const wish = where === 'app' ? { inApp: isOn } : { byMail: isOn }
  await ctx.prisma.notificationWish.upsert({
    where: { userId_kind: { userId, kind } },
    create: { userId, kind, ...wish },
    update: wish,
    select: { kind: true },
  })
}
