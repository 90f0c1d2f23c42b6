import type { FaultEntry } from '../core/faults/catalogue.ts'
import type { PlugFault } from '../core/plug.ts'
import { wireFaults } from '../core/faults/wire-faults.ts'

const entry = (
  group: string,
  name: string,
  title: string,
  detail: string,
  argument: FaultEntry['argument'] = 'none',
): FaultEntry => ({ name, argument, group, title, detail })

/** Of a call: struck before anything is done, or after it was done and before it was told. */
const callFaults: readonly FaultEntry[] = [
  entry('拒绝', 'bad-key', '密钥错误', '按厂商的验签错误回答。', 'times'),
  entry('拒绝', 'rate-limit', '限流', '按厂商的限流错误回答。', 'times'),
  entry('拒绝', 'server-error', '服务器错误', '什么都没做，回答系统错误。', 'times'),
  entry('支付调用', 'error-after-commit', '做了再报错', '事情已经办成，却回答系统错误。', 'times'),
  entry('支付调用', 'timeout-after-commit', '做了不回答', '事情已经办成，永不回答，直到客户端离开。', 'times'),
  entry('支付调用', 'forged-response', '应答签名错', '应答由别的密钥签名。', 'times'),
  entry('支付调用', 'unsigned-response', '应答无签名', '应答不带签名。', 'times'),
  entry('支付调用', 'balance-short', '商户余额不足', '退款或转账被拒绝。', 'times'),
  entry('支付调用', 'payer-short', '买家余额不足', '按协议的扣款被拒绝。', 'times'),
  entry('支付调用', 'name-mismatch', '收款人姓名不符', '转账不成，姓名与账户不一致。', 'times'),
  entry('支付调用', 'payee-unknown', '收款账户不存在', '转账被拒绝。', 'times'),
  ...wireFaults.filter(({ name }) => ['html-error', 'slow-first-byte', 'hang'].includes(name)),
]

/** Of a notice: what goes out differs from what happened. */
const noticeFaults: readonly FaultEntry[] = [
  entry('支付通知', 'notice-lost', '通知丢失', '永远不发。'),
  entry('支付通知', 'notice-duplicate', '通知重复', '同一通知同时送五次。'),
  entry('支付通知', 'notice-reordered', '通知乱序', '先说关闭，再说已付。'),
  entry('支付通知', 'notice-forged', '通知伪造', '由别的密钥签名。'),
  entry('支付通知', 'notice-wrong-amount', '金额少一分', '签名正确，金额少一分。'),
  entry('支付通知', 'notice-wrong-app', '别的应用', '签名正确，应用号是别人的。'),
  entry('支付通知', 'notice-wrong-merchant', '别的商户', '签名正确，商户号是别人的。'),
  entry('支付通知', 'notice-wrong-order', '陌生订单', '签名正确，订单号没人认识。'),
]

/** Of a notice that is encrypted and signed with headers. */
const envelopeFaults: readonly FaultEntry[] = [
  entry('支付通知', 'notice-wrong-currency', '别的币种', '签名正确，币种是 USD。'),
  entry('支付通知', 'notice-stale', '时间过期', '签名正确，时间戳早十分钟。'),
  entry('支付通知', 'notice-wrong-serial', '证书号陌生', '证书序列号没人认识。'),
  entry('支付通知', 'notice-probe', '探测流量', '签名里写着 SIGNTEST，故意是错的，应当拒绝。'),
  entry('支付通知', 'notice-tampered', '密文改一位', '签名正确，密文解不开。'),
  entry('支付通知', 'notice-wrong-context', '附加数据不符', '签名正确，附加数据换了。'),
]

const billFaults: readonly FaultEntry[] = [
  entry('对账单', 'bill-not-ready', '账单未出', '说账单还没有生成。', 'times'),
  entry('对账单', 'bill-missing-row', '账单少一行', '最后一笔不在账单里。'),
  entry('对账单', 'bill-extra-row', '账单多一行', '多出一笔没人认识的付款。'),
  entry('对账单', 'bill-wrong-amount', '账单金额错', '第一笔多一分。'),
  entry('对账单', 'bill-damaged', '账单损坏', '内容与校验不符，或压缩包损坏。'),
  entry('对账单', 'bill-link-expired', '下载地址过期', '地址拿到手已经失效。'),
]

const names = (entries: readonly FaultEntry[]) => entries.map(({ name }) => name)

export const callFaultNames = names(callFaults)
export const noticeFaultNames = names([...noticeFaults, ...envelopeFaults])
export const billFaultNames = names(billFaults)

/** What a payer may choose for the merchant to be told. */
export function noticeFaultsOf(isEnveloped: boolean): readonly FaultEntry[] {
  return isEnveloped ? [...noticeFaults, ...envelopeFaults] : noticeFaults
}

interface Words {
  /** What the channel answers, by fault; others show in what happens. */
  answers: Readonly<Record<string, string>>
  isEnveloped: boolean
}

export function paymentFaults({ answers, isEnveloped }: Words): PlugFault[] {
  const all = [...callFaults, ...noticeFaults, ...(isEnveloped ? envelopeFaults : []), ...billFaults]
  return all.map((fault) => ({ ...fault, answer: answers[fault.name] ?? null }))
}
