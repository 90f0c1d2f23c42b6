import { exportWithdrawalsInput } from '@mozhou/contracts/withdrawals/inputs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../transaction.ts'
import { askTransfer } from './ask-transfer.ts'
import { changePayee } from './change-payee.ts'
import { exportStatement } from './export-statement.ts'
import { exportWithdrawals } from './export-withdrawals.ts'
import { forgetPayees } from './forget-payees.ts'
import { getStatement } from './get-statement.ts'
import { openPayouts, sampleIdNumber } from './testing/payouts.ts'
import type { Payouts } from './testing/payouts.ts'

let payouts: Payouts
let actor: { userId: string; requestId: string }
beforeAll(async () => {
  payouts = await openPayouts()
  actor = { userId: await payouts.newPerson(), requestId: 'test' }
})
afterAll(() => payouts.domain.close())

/** Paid, and booked on another day. */
async function paidAt(userId: string, amountFen: number, at: string): Promise<string> {
  const withdrawalId = await payouts.request(userId, amountFen)
  expect(await payouts.send(withdrawalId)).toBe('paid')
  await payouts.ctx.prisma.withdrawal.update({ where: { id: withdrawalId }, data: { endedAt: new Date(at) } })
  return withdrawalId
}

const linesOf = (text: string) => text.split('\r\n').filter((line) => line !== '')

describe('a year of a person', () => {
  it('has what was paid in it by Shanghai’s calendar, gross, tax and net, and nothing that came to nothing', async () => {
    const userId = await payouts.earner(500_000, 'alipay')
    await payouts.rules({ taxPolicy: 'per_payment' })
    const taxed = await paidAt(userId, 100_000, '2025-12-31T15:59:59Z')
    await payouts.rules({ taxPolicy: 'none' })
    await paidAt(userId, 5_050, '2025-12-31T16:00:00Z')
    const returned = await paidAt(userId, 7_000, '2026-03-01T00:00:00Z')
    payouts.alipay.become((await payouts.stand(returned)).transferNo, { state: 'returned', failure: 'other' })
    await askTransfer(payouts.ctx, { withdrawalId: returned })
    expect(await getStatement(payouts.ctx, { userId, year: 2025 })).toMatchObject({
      year: 2025,
      years: [2026, 2025],
      grossFen: 100_000,
      taxFen: 4_000,
      netFen: 96_000,
      payments: [
        {
          taxPolicy: 'per_payment',
          transferNo: (await payouts.stand(taxed)).transferNo,
          paidAt: '2025-12-31T15:59:59.000Z',
        },
      ],
    })
    expect(await getStatement(payouts.ctx, { userId, year: 2026 })).toMatchObject({
      grossFen: 5_050,
      taxFen: 0,
      netFen: 5_050,
      payments: [{ grossFen: 5_050, taxPolicy: 'none' }],
    })
    const other = await payouts.newPerson()
    expect(await getStatement(payouts.ctx, { userId: other, year: 2025 })).toMatchObject({ years: [], payments: [] })
  })

  it('is a file for spreadsheets with its sums, and without names', async () => {
    const userId = await payouts.earner(10_000, 'alipay')
    await paidAt(userId, 1_234, '2025-06-01T02:00:00Z')
    const { name, text } = await exportStatement(payouts.ctx, { userId, year: 2025, locale: 'zh-CN' })
    expect(name).toBe('mozhou-withdrawals-2025.csv')
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(linesOf(text).slice(1)).toEqual([
      expect.stringMatching(/^2025-06-01 10:00:00,支付宝,138\*{4}\d{4},12\.34,0\.00,12\.34,不代扣,W[0-9A-Z]{25}A1$/),
      '合计,,,12.34,0.00,12.34,,',
    ])
    expect(text).not.toContain(sampleIdNumber)
  })
})

describe('the named export', () => {
  const asked = { from: '2024-02-01', to: '2024-02-29', reason: '二月个税申报', locale: 'zh-CN' } as const

  it('opens names and numbers of what was paid on those days, and stands in the audit log with what it was for', async () => {
    const userId = await payouts.newPerson()
    await payouts.earn(userId, 10_000)
    // What a spreadsheet would run.
    const identity = { account: '13812345620', realName: '=HYPERLINK("http://x")', idNumber: sampleIdNumber }
    const { secrets } = payouts.ctx
    await inTransaction(payouts.ctx, (tx) =>
      changePayee({ ...tx, secrets }, { userId, channel: 'alipay', ...identity }),
    )
    await paidAt(userId, 2_000, '2024-02-29T15:59:59Z')
    await paidAt(userId, 3_000, '2024-02-29T16:00:00Z')
    const { text, isTruncated } = await exportWithdrawals(payouts.ctx, { ...asked, actor })
    const [header, ...rows] = linesOf(text)
    expect(isTruncated).toBe(false)
    expect(header).toContain('身份证号')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toContain(`,"'=HYPERLINK(""http://x"")",${sampleIdNumber}\t,支付宝,13812345620,20.00,0.00,20.00,`)
    const [audit] = await payouts.ctx.prisma.auditRow.findMany({ where: { action: 'withdrawal.export' } })
    expect(audit).toMatchObject({
      actorId: actor.userId,
      permission: 'withdrawal:export',
      after: { from: asked.from, to: asked.to, reason: asked.reason, rows: 1 },
    })
    expect(JSON.stringify(audit)).not.toContain(sampleIdNumber)
    await forgetPayees(payouts.ctx, { userId })
    const after = await exportWithdrawals(payouts.ctx, { ...asked, actor })
    expect(linesOf(after.text)[1]).toContain('已注销')
    expect(after.text).not.toContain(sampleIdNumber)
  })

  it.each([
    [{ reason: '' }, 'reason'],
    [{ from: '2024-03-01' }, 'to'],
    [{ to: '2025-02-01' }, 'to'],
  ])('wants a purpose, and days within a year: %j', (change, path) => {
    const result = exportWithdrawalsInput.safeParse({ ...asked, ...change })
    expect(result.error?.issues.map((issue) => issue.path[0])).toEqual([path])
  })
})
