import { describeUserAgent } from '@mozhou/contracts/accounts/describe-user-agent'
import type { TxContext } from '../context.ts'
import { notify } from '../notifications/notify.ts'
import { giftNetworkOf } from './gift-network.ts'
import type { SessionClient } from './session-client.ts'

interface SignIn {
  userId: string
  client: SessionClient
}

/** Sessions that are compared, the newest; ended ones are kept for a month. */
const compared = 200
const newcomerMs = 86_400_000

/**
 * Whether the person has signed in before with such a browser from such a network. Versions change by themselves, and providers hand out
 * other addresses of the same range. Who has only just registered has nothing to compare with, and needs no telling.
 */
export async function isKnownDevice(tx: TxContext, { userId, client }: SignIn): Promise<boolean> {
  const sessions = await tx.prisma.session.findMany({
    where: { userId },
    orderBy: { createdAt: 'desc' },
    take: compared,
    select: { userAgent: true, ipAddress: true },
  })
  const shape = shapeOf(client)
  if (sessions.length > 0) return sessions.some((session) => shapeOf(session) === shape)
  const { createdAt } = await tx.prisma.user.findUniqueOrThrow({ where: { id: userId }, select: { createdAt: true } })
  return tx.clock.now().getTime() - createdAt.getTime() < newcomerMs
}

function shapeOf({ userAgent, ipAddress }: { userAgent: string; ipAddress: string }): string {
  return `${describeUserAgent(userAgent) ?? userAgent.replaceAll(/[\d._]+/g, '')} ${giftNetworkOf(ipAddress)}`
}

export async function tellNewDevice(
  tx: TxContext,
  { userId, sessionId, client: { app, userAgent, ipAddress } }: SignIn & { sessionId: string },
): Promise<void> {
  const params = { app, device: describeUserAgent(userAgent), ipAddress }
  await notify(tx, { userId, event: { kind: 'new_sign_in', params }, key: `new_sign_in:${sessionId}` })
}
