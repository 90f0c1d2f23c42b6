import type { NotificationWishDto } from '@mozhou/contracts/notifications/answers'
import { notificationKinds, notificationWishes, operatorKinds } from '@mozhou/contracts/notifications/kinds'
import type { Wish } from '@mozhou/contracts/notifications/kinds'
import { mayDo } from '@mozhou/contracts/permissions'
import type { Permission } from '@mozhou/contracts/permissions'
import type { Role } from '@mozhou/contracts/roles'
import type { DomainContext } from '../context.ts'

/** Every kind that they may be told of, where it goes now, and what is not for switching. */
export async function listWishes(
  ctx: Pick<DomainContext, 'prisma'>,
  { id: userId, role }: { id: string; role: Role },
): Promise<NotificationWishDto[]> {
  const rows = await ctx.prisma.notificationWish.findMany({
    where: { userId },
    select: { kind: true, inApp: true, byMail: true },
  })
  const chosen = new Map(rows.map((row) => [row.kind, row]))
  return notificationKinds
    .filter((kind) => isFor(role, operatorKinds[kind]))
    .map((kind) => {
      const { app, mail } = notificationWishes[kind]
      const row = chosen.get(kind)
      return { kind, app: stateOf(app, row?.inApp), mail: stateOf(mail, row?.byMail) }
    })
}

const isFor = (role: Role, permission: Permission | undefined) => permission === undefined || mayDo(role, permission)

function stateOf(wish: Wish, chosen: boolean | null | undefined): NotificationWishDto['app'] {
  return wish === 'always' ? { isOn: true, isFixed: true } : { isOn: chosen ?? wish === 'on', isFixed: false }
}
