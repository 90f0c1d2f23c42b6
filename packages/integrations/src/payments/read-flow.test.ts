import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readAlipayFlow } from './alipay/read-bill.ts'
import { readWechatFlow } from './wechat/read-bill.ts'

const alipayHeader =
  '账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注'

function alipayFile(rows: readonly string[], end = '#-----账务明细列表结束-----'): Uint8Array {
  const text = ['#支付宝账务明细查询', '#-----账务明细列表-----', alipayHeader, ...rows, end, ''].join('\r\n')
  return zipSync({
    'details.csv': iconv.encode(text, 'gbk'),
    'summary.csv': iconv.encode('#支付宝账务汇总查询', 'gbk'),
  })
}

const alipayRow = (no: string, kind: string, sums: string) =>
  `9001\t,202611220001\t,${no}\t,推广返利,2026-11-22 10:00:00\t,138******20\t,${sums},100.00,支付宝\t,${kind}\t,\t`

describe('Alipay’s 账务明细', () => {
  it('has transfers by what left and what came back, and none of the other business in it', () => {
    const file = alipayFile([
      alipayRow('W1A1', '转账', '0.00,-12.34'),
      alipayRow('W2A1', '转账退回', '5.00,0.00'),
      alipayRow('MZ1', '在线支付', '99.00,0.00'),
      alipayRow('', '收费', ',-0.60'),
    ])
    expect(readAlipayFlow(file)).toMatchObject([
      { kind: 'transfer', orderNo: 'W1A1', transactionId: '202611220001', amountFen: 1_234 },
      { kind: 'transfer_return', orderNo: 'W2A1', amountFen: 500, at: new Date('2026-11-22T02:00:00Z') },
    ])
  })

  it('is read whole or not at all', () => {
    expect(() => readAlipayFlow(alipayFile([], ''))).toThrow(expect.objectContaining({ kind: 'unavailable' }))
    expect(() => readAlipayFlow(alipayFile([alipayRow('W1A1', '转账', '0.00,-1.2x')]))).toThrow(
      expect.objectContaining({ kind: 'unavailable' }),
    )
  })
})

const wechatHeader =
  '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号'
const row = (...cells: string[]) => cells.map((cell) => `\`${cell}`).join(',')

function wechatFile(rows: readonly string[], count = rows.length): Uint8Array {
  const sums = ['资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额', row(String(count), '0', '0.00', '0', '0.00')]
  return new TextEncoder().encode(`\uFEFF${[wechatHeader, ...rows, ...sums].join('\r\n')}\r\n`)
}

const wechatRow = (no: string, kind: string, way: string, yuan: string) =>
  row('2026-11-22 10:00:00', '1330001', '77', kind, kind, way, yuan, '100.00', 'API', '有,逗号', no)

describe('WeChat Pay’s 资金账单', () => {
  it('has transfers by what left and what came back, and none of the other business in it', () => {
    const file = wechatFile([
      wechatRow('W1A1', '商家转账', '支出', '12.34'),
      wechatRow('W2A1', '商家转账退回', '收入', '5.00'),
      wechatRow('', '充值', '收入', '1000.00'),
    ])
    expect(readWechatFlow(file)).toMatchObject([
      { kind: 'transfer', orderNo: 'W1A1', transactionId: '1330001', amountFen: 1_234 },
      { kind: 'transfer_return', orderNo: 'W2A1', amountFen: 500 },
    ])
  })

  it('is read whole or not at all', () => {
    const one = wechatRow('W1A1', '商家转账', '支出', '12.34')
    expect(() => readWechatFlow(wechatFile([one], 2))).toThrow(expect.objectContaining({ kind: 'unavailable' }))
    expect(() => readWechatFlow(wechatFile([wechatRow('W1A1', '商家转账', '别的', '1.00')]))).toThrow(
      expect.objectContaining({ kind: 'unavailable' }),
    )
  })
})
