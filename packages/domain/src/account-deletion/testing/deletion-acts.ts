import { parseId } from '@mozhou/contracts/ids'
import { testPassword } from '../../testing/test-domain.ts'
import type { Shop } from '../../orders/testing/shop.ts'
import { beginRemoval } from '../begin-removal.ts'
import { finishRemoval } from '../finish-removal.ts'
import { removePart } from '../remove-part.ts'
import { requestDeletion } from '../request-deletion.ts'

const dayMs = 86_400_000

/** What tests of deletions do, in a shop. */
export function deletionActs(shop: Shop) {
  const close = async (userId: string): Promise<string> => {
    const input = { userId, currentPassword: testPassword, ipAddress: '203.0.113.7' }
    return parseId('accountDeletion', (await requestDeletion(shop.ctx, input)).id) ?? ''
  }
  /** The days of regret go by. */
  const wait = () => shop.domain.advance(shop.ctx.settings.deletionRegretDays * dayMs)
  /** As the workflow does it. */
  const remove = async (deletionId: string) => {
    const begun = await beginRemoval(shop.ctx, { deletionId })
    if (begun.kind !== 'removing') return begun
    for (const { step } of begun.steps) await removePart(shop.ctx, { deletionId, step })
    await finishRemoval(shop.ctx, { deletionId })
    return begun
  }
  const deletion = (id: string) => shop.ctx.prisma.accountDeletion.findUniqueOrThrow({ where: { id } })
  const person = (id: string) => shop.ctx.prisma.user.findUniqueOrThrow({ where: { id } })
  return { close, wait, remove, deletion, person }
}

/** Tables of which a row says any of the words, whatever its columns. */
export async function tablesThatSay(shop: Shop, words: readonly string[]): Promise<string[]> {
  const tables = await shop.ctx.prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`
  const said: string[] = []
  for (const { name } of tables) {
    const patterns = words.map((word) => `%${word}%`)
    const [{ count }] = await shop.ctx.prisma.$queryRawUnsafe<[{ count: number }]>(
      `SELECT count(*)::int AS count FROM "${name}" AS r WHERE r::text ILIKE ANY ($1::text[])`,
      patterns,
    )
    if (count > 0) said.push(name)
  }
  return said
}
