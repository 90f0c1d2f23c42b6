import type { Removal } from '../removal.ts'
import { batch, upToBatch } from '../removal.ts'

/** What they were told of, mails that still wait among it, and what they had switched. */
export const removeNotifications: Removal = {
  label: '删除消息',
  async take(tx, { userId }) {
    const notifications = await tx.prisma.$executeRaw`
      DELETE FROM notifications WHERE id IN (SELECT id FROM notifications WHERE user_id = ${userId}::uuid LIMIT ${batch})`
    const wishes = await tx.prisma.notificationWish.deleteMany({ where: { userId } })
    return upToBatch({ notifications, notification_wishes: wishes.count }, notifications)
  },
}
