import type { Request, Response } from 'express'
import type { VendorAnswer } from '../../core/answer.ts'
import { openExchange, type Exchange } from '../../core/exchange.ts'
import { hasFault, type ActiveFault } from '../../core/faults/active-fault.ts'
import { firstIssue } from '../../core/first-issue.ts'
import type { SandboxState } from '../../core/plug.ts'
import { writeAnswer } from '../../core/write-answer.ts'
import { ignoringLeave, takeCallFaults, writeWithFaults } from '../call-faults.ts'
import type { WechatAccount } from './account.ts'
import { readCredential, whyUnauthorized } from './authorize.ts'
import type { BoundEndpoint } from './endpoints.ts'
import { signerOf, stampHeaders, wireTime } from './envelope.ts'
import { paramError, signError, systemError, tooOften, type Found } from './reply.ts'

export const vendor = 'wechat'

export type Accounts = ReadonlyMap<string, WechatAccount>

/** An answer signed as the merchant asked: by the public key it names, else by certificate. */
function answerOf(
  exchange: Exchange,
  account: WechatAccount,
  found: Found,
  faults: readonly ActiveFault[],
): VendorAnswer {
  const body = found.body === null ? '' : JSON.stringify(found.body)
  const named = exchange.request.headers['wechatpay-serial']
  const signer = signerOf(account, named === account.publicKeyId)
  const keys = hasFault(faults, 'forged-response') ? account.strangeKeys() : signer.keys
  const headers = stampHeaders(body, { serial: signer.serial, keys, now: wireTime(account) })
  const isUnsigned = hasFault(faults, 'unsigned-response') !== null
  return {
    status: found.status,
    contentType: 'application/json; charset=utf-8',
    headers: { 'Request-ID': exchange.id, ...(isUnsigned ? {} : headers) },
    body,
  }
}

function faultFound(faults: readonly ActiveFault[]): Found | null {
  if (hasFault(faults, 'bad-key')) return signError
  if (hasFault(faults, 'rate-limit')) return tooOften
  return hasFault(faults, 'server-error') ? systemError : null
}

function runEndpoint(
  exchange: Exchange,
  {
    account,
    endpoint,
    faults,
    name,
  }: { account: WechatAccount; endpoint: BoundEndpoint; faults: readonly ActiveFault[]; name: string },
): Found {
  const { state, query, request } = exchange
  const input = exchange.text === '' ? undefined : exchange.body
  const issue = firstIssue(endpoint.input, input)
  if (issue) return paramError(issue.path.join('.'), `${issue.path.join('.')} ${issue.kind}`)
  return endpoint.run({
    acting: { state, vendor, merchant: account },
    account,
    input,
    name,
    query,
    origin: `${request.protocol}://${request.get('host')}`,
    faults: faults.map((fault) => fault.name),
  })
}

/** What its order may be called, in the path or in the body. */
function orderNameOf({ body }: Exchange, name: string): string {
  const fields: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {}
  const named = fields.out_trade_no ?? fields.out_bill_no ?? name
  return typeof named === 'string' ? named : ''
}

export function serveEndpoint(state: SandboxState, accounts: Accounts, key: string, endpoint: BoundEndpoint) {
  return (request: Request, response: Response): Promise<void> =>
    ignoringLeave(async () => {
      const exchange = await openExchange(state, vendor, request, response)
      exchange.record.model = key
      const credential = readCredential(exchange)
      const account = accounts.get(credential?.mchid ?? '')
      if (!credential || !account) {
        const body = JSON.stringify(signError.body)
        writeAnswer(exchange, { status: 401, contentType: 'application/json', headers: {}, body }, {})
        return
      }
      const refusal = whyUnauthorized(exchange, account, credential)
      if (refusal) {
        writeAnswer(exchange, answerOf(exchange, account, refusal, []), {})
        return
      }
      const name = String(request.params.name ?? '')
      const faults = takeCallFaults(exchange, [orderNameOf(exchange, name), account.id, key])
      const found = faultFound(faults) ?? runEndpoint(exchange, { account, endpoint, faults, name })
      const failure = answerOf(exchange, account, systemError, faults)
      await writeWithFaults(exchange, faults, { answer: answerOf(exchange, account, found, faults), failure })
    })
}
