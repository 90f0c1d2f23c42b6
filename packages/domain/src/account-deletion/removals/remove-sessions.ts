import type { Removal } from '../removal.ts'
import { batch, upToBatch } from '../removal.ts'

/** Where somebody was signed in and in which browsers, with refresh tokens, addresses of networks, failed tries and links in mails. */
export const removeSessions: Removal = {
  label: '删除登录记录',
  async take(tx, { userId }) {
    const sessions = await tx.prisma.$executeRaw`
      DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE user_id = ${userId}::uuid LIMIT ${batch})`
    const verifications = await tx.prisma.emailVerification.deleteMany({ where: { userId } })
    const resets = await tx.prisma.passwordReset.deleteMany({ where: { userId } })
    const failures = await tx.prisma.loginFailure.deleteMany({ where: { loginKey: `user:${userId}` } })
    const devices = await tx.prisma.userDevice.deleteMany({ where: { userId } })
    const counts = {
      sessions,
      devices: devices.count,
      mail_links: verifications.count + resets.count,
      login_failures: failures.count,
    }
    return upToBatch(counts, sessions)
  },
}
