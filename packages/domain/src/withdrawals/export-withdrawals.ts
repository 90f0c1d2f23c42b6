import type { FileDto } from '@mozhou/contracts/answers'
import { toCsv } from '@mozhou/contracts/csv'
import { yuanText } from '@mozhou/contracts/orders/prices'
import type { ExportWithdrawalsInput } from '@mozhou/contracts/withdrawals/inputs'
import type { Actor } from '../audit/actor.ts'
import { writeAuditRow } from '../audit/write-audit-row.ts'
import type { DomainContext } from '../context.ts'
import { dayBounds } from '../shanghai-range.ts'
import { storedPayChannel, storedTaxPolicy } from '../stored-columns.ts'
import { inTransaction } from '../transaction.ts'
import { openPayee } from './payee-seal.ts'
import { beijingTime } from '../shanghai-day.ts'
import { paymentWords } from './payment-words.ts'
import { transferNoOf } from './transfer-no.ts'

const maxRows = 20_000

/**
 * What was paid on these days, with whom it was paid to, for the tax office: the one place where names and numbers are opened. Who asked, and
 * what for, is written down before anything is read. @throws AppError CREDENTIALS_UNREADABLE
 */
export async function exportWithdrawals(
  ctx: DomainContext,
  { actor, from, to, reason, locale }: ExportWithdrawalsInput & { actor: Actor },
): Promise<FileDto> {
  const paid = await inTransaction(ctx, async (tx) => {
    const where = { status: 'paid', endedAt: dayBounds({ from, to }) }
    await writeAuditRow(tx, {
      actorId: actor.userId,
      permission: 'withdrawal:export',
      action: 'withdrawal.export',
      target: 'withdrawals',
      after: { from, to, reason, rows: Math.min(await tx.prisma.withdrawal.count({ where }), maxRows) },
      requestId: actor.requestId,
    })
    return tx.prisma.withdrawal.findMany({
      where,
      orderBy: [{ endedAt: 'desc' }, { id: 'desc' }],
      take: maxRows + 1,
      select: paidSelect,
    })
  })
  const words = paymentWords[locale]
  const { username, name, idNumber, paidAt, channel, account, gross, tax, net, policy, transferNo } = words
  const header = [username, name, idNumber, channel, account, gross, tax, net, policy, paidAt, transferNo]
  const rows = paid.slice(0, maxRows).map((row) => {
    const who = identityOf(ctx, row.payee, words.forgotten)
    return [
      row.user.username || words.forgotten,
      who.realName,
      // With a tab behind it a spreadsheet leaves eighteen digits alone.
      `${who.idNumber}\t`,
      words.channels[storedPayChannel(row.payee.channel)],
      who.account,
      yuanText(row.amountFen),
      yuanText(row.taxFen ?? 0),
      yuanText(row.netFen ?? row.amountFen),
      words.policies[storedTaxPolicy(row.taxPolicy ?? 'none')],
      beijingTime(row.endedAt ?? row.createdAt),
      transferNoOf(row.id, row.attempt),
    ]
  })
  return {
    name: `mozhou-withdrawals-${from}-${to}.csv`,
    mediaType: 'text/csv',
    text: toCsv([header, ...rows]),
    isTruncated: paid.length > maxRows,
  }
}

const paidSelect = {
  id: true,
  attempt: true,
  amountFen: true,
  taxFen: true,
  netFen: true,
  taxPolicy: true,
  endedAt: true,
  createdAt: true,
  user: { select: { username: true } },
  payee: { select: { id: true, channel: true, sealed: true, sealedKeyId: true } },
} as const

/** What was forgotten with an account stays forgotten. */
function identityOf(ctx: DomainContext, payee: Parameters<typeof openPayee>[1], forgotten: string) {
  if (payee.sealed === null) return { account: forgotten, realName: forgotten, idNumber: forgotten }
  return openPayee(ctx, payee)
}
