import type { Removal } from '../removal.ts'
import { batch, upToBatch } from '../removal.ts'

/**
 * What was published stays where it is: only its person can take it down there. Here everything about it goes, with the keys and tokens of
 * their accounts, and the addresses that were told of results.
 */
export const removePublications: Removal = {
  label: '删除发布记录、平台账号和回调地址',
  async take(tx, { userId }) {
    const publications = await tx.prisma.$executeRaw`
      DELETE FROM publications WHERE id IN (SELECT id FROM publications WHERE user_id = ${userId}::uuid LIMIT ${batch})`
    if (publications === batch) return upToBatch({ publications }, publications)
    const mine = { where: { userId } }
    await tx.prisma.platformConnection.deleteMany(mine)
    const { count: accounts } = await tx.prisma.platformAccount.deleteMany(mine)
    const { count: addresses } = await tx.prisma.webhook.deleteMany(mine)
    const counts = { publications, platform_accounts: accounts, callback_addresses: addresses }
    return { counts, isOver: true }
  },
}
