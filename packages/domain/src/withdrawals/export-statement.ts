import type { Locale } from '@mozhou/contracts/accounts/locales'
import type { FileDto } from '@mozhou/contracts/answers'
import { toCsv } from '@mozhou/contracts/csv'
import { yuanText } from '@mozhou/contracts/orders/prices'
import type { DomainContext } from '../context.ts'
import { getStatement } from './get-statement.ts'
import { beijingTime } from '../shanghai-day.ts'
import { paymentWords } from './payment-words.ts'

/** A person's year as a file for spreadsheets, with its sums at the end. */
export async function exportStatement(
  ctx: Pick<DomainContext, 'prisma' | 'clock'>,
  { locale, ...asked }: { userId: string; year?: number | undefined; locale: Locale },
): Promise<FileDto> {
  const { year, payments, ...sums } = await getStatement(ctx, asked)
  const words = paymentWords[locale]
  const rows = payments.map((payment) => [
    beijingTime(new Date(payment.paidAt)),
    words.channels[payment.channel],
    payment.accountMark,
    yuanText(payment.grossFen),
    yuanText(payment.taxFen),
    yuanText(payment.netFen),
    words.policies[payment.taxPolicy],
    payment.transferNo,
  ])
  const { paidAt, channel, account, gross, tax, net, policy, transferNo } = words
  const total = [words.total, '', '', yuanText(sums.grossFen), yuanText(sums.taxFen), yuanText(sums.netFen), '', '']
  return {
    name: `mozhou-withdrawals-${year}.csv`,
    mediaType: 'text/csv',
    text: toCsv([[paidAt, channel, account, gross, tax, net, policy, transferNo], ...rows, total]),
    isTruncated: false,
  }
}
