import type { Request, Response } from 'express'
import type { VendorAnswer } from '../../core/answer.ts'
import { openExchange, type Exchange } from '../../core/exchange.ts'
import { hasFault, type ActiveFault } from '../../core/faults/active-fault.ts'
import { firstIssue } from '../../core/first-issue.ts'
import type { SandboxState } from '../../core/plug.ts'
import { writeAnswer } from '../../core/write-answer.ts'
import { ignoringLeave, takeCallFaults, writeWithFaults } from '../call-faults.ts'
import { readChinaTime } from '../china-time.ts'
import type { AlipayAccount } from './account.ts'
import { alipayMethods } from './methods.ts'
import {
  invalid,
  missing,
  signedAnswer,
  tooOften,
  unknownError,
  unsignedAnswer,
  wrongSignature,
  type Found,
} from './reply.ts'
import { isRequestSigned } from './sign.ts'

export const vendor = 'alipay'

type Params = Readonly<Record<string, string>>

const envelope = new Set(
  (
    'app_id method format charset sign_type sign timestamp version biz_content ' +
    'notify_url return_url app_auth_token app_cert_sn alipay_root_cert_sn alipay_sdk'
  ).split(' '),
)
const required = ['method', 'app_id', 'charset', 'version', 'sign_type', 'timestamp', 'sign']
/** What the real gateway takes is not published. */
const driftMs = 15 * 60_000

/** Parameters may come in the address, in the form, or half of them in each. */
function readParams(exchange: Exchange): Params {
  const form = exchange.request.is('application/x-www-form-urlencoded') ? new URLSearchParams(exchange.text) : []
  return Object.fromEntries([...exchange.query, ...form])
}

function isTimely(account: AlipayAccount, timestamp: string): boolean {
  const at = readChinaTime(timestamp)?.getTime()
  if (at === undefined) return false
  return [Date.now(), account.clock.now().getTime()].some((now) => Math.abs(now - at) <= driftMs)
}

function whyEnvelopeRefused(params: Params, account: AlipayAccount | undefined): Found | null {
  const absent = required.find((name) => !params[name])
  if (absent) return missing(absent)
  const unknown = Object.keys(params).find((name) => !envelope.has(name))
  if (unknown) return invalid('isv.invalid-parameter', `参数${unknown}无效`)
  if (!account) return invalid('isv.invalid-app-id', '无效的AppID参数')
  if (params.sign_type !== 'RSA2') return invalid('isv.invalid-signature-type', '无效签名类型')
  if (!isRequestSigned(params, account.appKeys())) return wrongSignature
  if (!isTimely(account, params.timestamp ?? '')) return invalid('isv.invalid-timestamp', '非法的时间戳参数')
  if (params.version !== '1.0') return invalid('isv.invalid-version', '无效的版本')
  if (!/^utf-?8$/i.test(params.charset ?? '')) return invalid('isv.invalid-charset', '字符集错误')
  if (!alipayMethods[params.method ?? '']) return invalid('isv.invalid-method', '不存在的方法名')
  return null
}

function faultFound(faults: readonly ActiveFault[]): Found | null {
  if (hasFault(faults, 'bad-key')) return wrongSignature
  if (hasFault(faults, 'rate-limit')) return tooOften
  return hasFault(faults, 'server-error') ? unknownError : null
}

function parseBiz(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What faults may name: of an order, or of a transfer. */
function orderNoOf(biz: unknown): string {
  if (typeof biz !== 'object' || biz === null) return ''
  if ('out_trade_no' in biz) return String(biz.out_trade_no)
  return 'out_biz_no' in biz ? String(biz.out_biz_no) : ''
}

interface Ran {
  found: Found
  account: AlipayAccount
  params: Params
  faults: readonly ActiveFault[]
}

function run(exchange: Exchange, params: Params, account: AlipayAccount): Ran {
  const biz = parseBiz(params.biz_content ?? '')
  const orderNo = orderNoOf(biz)
  exchange.record.model = params.method ?? null
  const faults = takeCallFaults(exchange, [orderNo, account.id, params.method ?? ''])
  const done = (found: Found): Ran => ({ found, account, params, faults })
  const struck = faultFound(faults)
  if (struck) return done(struck)
  const method = alipayMethods[params.method ?? '']
  if (!method) return done(invalid('isv.invalid-method', '不存在的方法名'))
  const issue = firstIssue(method.biz, biz)
  if (issue?.kind === 'missing') return done(missing(String(issue.path[0] ?? 'biz_content')))
  if (issue) return done(invalid('isv.invalid-parameter', `参数${issue.path.join('.')}无效`))
  const { state } = exchange
  const { protocol } = exchange.request
  const found = method.run({
    acting: { state, vendor, merchant: account },
    account,
    biz,
    params,
    origin: `${protocol}://${exchange.request.get('host')}`,
    faults: faults.map(({ name }) => name),
  })
  return done(found)
}

function answerOf({ found, account, params, faults }: Ran): VendorAnswer {
  const method = params.method ?? ''
  if (hasFault(faults, 'unsigned-response')) return unsignedAnswer(`${method.replaceAll('.', '_')}_response`, found)
  const keys = hasFault(faults, 'forged-response') ? account.strangeKeys() : account.alipayKeys()
  return signedAnswer(method, found, keys)
}

/** The payer's browser goes on to the cashier, which is the phone's page. */
function showCashier(exchange: Exchange, { found, params }: Ran): void {
  const code = typeof found.qr_code === 'string' ? found.qr_code : null
  if (code === null) {
    const body = `<!doctype html><meta charset="utf-8"><title>支付失败</title><p>${String(found.sub_msg ?? found.msg)}（${String(found.sub_code ?? found.code)}）</p>`
    writeAnswer(exchange, { status: 200, contentType: 'text/html;charset=utf-8', headers: {}, body }, {})
    return
  }
  const query = new URLSearchParams({ code, ...(params.return_url && { return: params.return_url }) })
  exchange.response.redirect(`/payments/phone?${query.toString()}`)
}

/** One address for every method, told apart by a parameter. */
export function serveGateway(state: SandboxState, accounts: ReadonlyMap<string, AlipayAccount>) {
  return (request: Request, response: Response): Promise<void> =>
    ignoringLeave(async () => {
      const exchange = await openExchange(state, vendor, request, response)
      const params = readParams(exchange)
      const account = accounts.get(params.app_id ?? '')
      const refusal = whyEnvelopeRefused(params, account)
      if (refusal || !account) {
        writeAnswer(exchange, unsignedAnswer('error_response', refusal ?? unknownError), {})
        return
      }
      const ran = run(exchange, params, account)
      if (alipayMethods[params.method ?? '']?.isPage) {
        showCashier(exchange, ran)
        return
      }
      const failure = answerOf({ ...ran, found: unknownError })
      await writeWithFaults(exchange, ran.faults, { answer: answerOf(ran), failure })
    })
}
