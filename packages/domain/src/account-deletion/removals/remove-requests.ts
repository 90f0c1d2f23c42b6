import type { Removal } from '../removal.ts'
import { batch, upToBatch } from '../removal.ts'

/** Answers that are kept for repeats hold what was answered: names, and texts. */
export const removeRequests: Removal = {
  label: '删除接口调用的应答记录',
  async take(tx, { userId }) {
    const requests = await tx.prisma.$executeRaw`
      DELETE FROM requests WHERE (user_id, request_key) IN (
        SELECT user_id, request_key FROM requests WHERE user_id = ${userId}::uuid LIMIT ${batch})`
    return upToBatch({ requests }, requests)
  },
}
