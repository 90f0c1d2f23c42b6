import { createHash } from 'node:crypto'
import { AppError } from '@mozhou/contracts/errors'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import { z } from 'zod'
import type { DomainContext } from '../context.ts'

/** What the law and the channel want to know; sealed, and never answered to anybody. */
export interface PayeeIdentity {
  account: string
  realName: string
  idNumber: string
}

const identity = z.object({ account: z.string(), realName: z.string(), idNumber: z.string() })
const boundTo = (payeeId: string) => `payees:${payeeId}`

export function sealPayee(
  { secrets }: Pick<DomainContext, 'secrets'>,
  payeeId: string,
  { account, realName, idNumber }: PayeeIdentity,
) {
  const { data, keyId } = secrets.seal(JSON.stringify({ account, realName, idNumber }), boundTo(payeeId))
  const [idMark] = idMarks({ secrets }, idNumber)
  return { sealed: data, sealedKeyId: keyId, idMark }
}

/** By which the same ID number is known again, the newest key's first. */
export function idMarks({ secrets }: Pick<DomainContext, 'secrets'>, idNumber: string) {
  return secrets.marks(idNumber, 'ID number of a payee')
}

/** @throws AppError CREDENTIALS_UNREADABLE; Error for one that was forgotten with its account */
export function openPayee(
  { secrets }: Pick<DomainContext, 'secrets'>,
  row: { id: string; sealed: Uint8Array | null; sealedKeyId: string | null },
): PayeeIdentity {
  if (row.sealed === null || row.sealedKeyId === null) throw new Error(`payee ${row.id} was forgotten`)
  return identity.parse(JSON.parse(secrets.open(row.sealed, row.sealedKeyId, boundTo(row.id))))
}

/** The same for the same account, whoever gives it. */
export function accountHash(channel: PayChannel, account: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(`${channel}:${account.toLowerCase()}`).digest())
}

/** `138****5620`, `r****r@example.com`, `oUpF****qkk8`: enough to know one's own by. */
export function accountMark(account: string): string {
  const [name = '', host] = account.split('@')
  if (host !== undefined) return `${name.slice(0, 1)}****${name.slice(-1)}@${host}`
  const kept = account.length > 10 ? 4 : 2
  return `${account.slice(0, account.length > 11 ? 4 : 3)}****${account.slice(-kept)}`
}

/** `*晓曼`: the family name is hidden, as channels do. */
export function nameMark(realName: string): string {
  const [, ...given] = realName
  return `*${given.join('')}`
}

/** Seals every payee anew with the current encryption key. Safe to repeat or to break off. */
export async function rotatePayees(ctx: DomainContext): Promise<{ rotated: number }> {
  let rotated = 0
  for (let after = ''; ;) {
    const rows = await ctx.prisma.payee.findMany({
      where: {
        sealedKeyId: { not: ctx.secrets.currentKeyId },
        sealed: { not: null },
        ...(after && { id: { gt: after } }),
      },
      orderBy: { id: 'asc' },
      take: 500,
      select: { id: true, sealed: true, sealedKeyId: true },
    })
    const last = rows.at(-1)
    if (last === undefined) return { rotated }
    after = last.id
    for (const row of rows) {
      const data = sealPayee(ctx, row.id, openPayee(ctx, row))
      const { count } = await ctx.prisma.payee.updateMany({ where: { id: row.id, sealedKeyId: row.sealedKeyId }, data })
      rotated += count
    }
  }
}

/** Payees of before there were marks get theirs, so many at a time; one whose key is gone stays without. @returns how many got one */
export async function markPayees(ctx: Pick<DomainContext, 'prisma' | 'secrets' | 'log'>): Promise<number> {
  const rows = await ctx.prisma.payee.findMany({
    where: { idMark: null, sealed: { not: null } },
    orderBy: { id: 'asc' },
    take: 500,
    select: { id: true, sealed: true, sealedKeyId: true },
  })
  let marked = 0
  for (const row of rows) {
    const identified = readIdentity(ctx, row)
    if (identified === null) continue
    const [idMark] = idMarks(ctx, identified.idNumber)
    const { count } = await ctx.prisma.payee.updateMany({
      where: { id: row.id, sealedKeyId: row.sealedKeyId },
      data: { idMark },
    })
    marked += count
  }
  return marked
}

function readIdentity(
  ctx: Pick<DomainContext, 'secrets' | 'log'>,
  row: Parameters<typeof openPayee>[1],
): PayeeIdentity | null {
  try {
    return openPayee(ctx, row)
  } catch (err) {
    if (!(err instanceof AppError) || err.code !== 'CREDENTIALS_UNREADABLE') throw err
    ctx.log.warn({ payeeId: row.id, err }, 'a payee cannot be opened, and has no mark')
    return null
  }
}
