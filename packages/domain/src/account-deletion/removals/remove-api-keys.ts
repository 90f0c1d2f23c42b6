import type { Removal } from '../removal.ts'

/** With the names that were given to them. */
export const removeApiKeys: Removal = {
  label: '删除 API 密钥',
  async take(tx, { userId }) {
    const { count } = await tx.prisma.apiKey.deleteMany({ where: { userId } })
    return { counts: { api_keys: count }, isOver: true }
  },
}
