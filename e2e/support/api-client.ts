import { randomInt } from 'node:crypto'
import { idNumberOf } from '@mozhou/contracts/testing/id-number'
import type { DeletionRequestedDto } from '@mozhou/contracts/account-deletion/answers'
import { termsVersion } from '@mozhou/contracts/accounts/terms'
import type { EmailVerifiedDto, RegistrationDto, SessionTokensDto } from '@mozhou/contracts/accounts/answers'
import type { CreationDto, VersionDto } from '@mozhou/contracts/creations/answers'
import type { GenerationStartedDto, ReceiptDto } from '@mozhou/contracts/generations/answers'
import type { BalanceDto, LedgerAuditsDto } from '@mozhou/contracts/credits/answers'
import type { WireError } from '@mozhou/contracts/errors'
import type { OrderDto, PaymentStartDto, PlanDto } from '@mozhou/contracts/orders/answers'
import type { PayChannel } from '@mozhou/contracts/orders/kinds'
import type { ModelOptionDto } from '@mozhou/contracts/models/answers'
import type { RenewalStartDto } from '@mozhou/contracts/renewals/answers'
import type { Page } from '@mozhou/contracts/page'
import type { CashAccountDto, WithdrawalDto } from '@mozhou/contracts/withdrawals/answers'
import type { RefundQuoteDto } from '@mozhou/contracts/refunds/answers'
import type { ToolKey } from '@mozhou/contracts/tools/registry'

/** The API refused: `code` is the product's, `status` HTTP's. */
class ApiRefusal extends Error {
  readonly status: number
  readonly code: string

  constructor(path: string, status: number, error: WireError | null, text: string) {
    super(`${path}: ${status} ${error?.code ?? text.slice(0, 300)}`)
    this.name = 'ApiRefusal'
    this.status = status
    this.code = error?.code ?? 'UNKNOWN'
  }
}

export interface GenerateRequest {
  /** 公众号文章 unless named; with `input` its whole form. */
  tool?: ToolKey
  input?: Record<string, unknown>
  topic?: string
  /** Characters of the body. */
  length?: number
  modelId?: string
  requestKey?: string
}

/** One person's calls; each is one HTTP request and is never repeated behind the caller's back. */
export interface ApiUser {
  readonly token: string
  /** Any other procedure, by its name. */
  query<T>(path: string, input?: unknown): Promise<T>
  mutate<T>(path: string, input: object): Promise<T>
  generate(request?: GenerateRequest): Promise<GenerationStartedDto>
  stop(generationId: string): Promise<{ ok: true }>
  balance(): Promise<BalanceDto>
  models(): Promise<ModelOptionDto[]>
  creation(creationId: string): Promise<CreationDto>
  versions(creationId: string): Promise<VersionDto[]>
  receipt(creationId: string): Promise<ReceiptDto>
  recharge(amountFen: number, userCouponId?: string): Promise<OrderDto>
  pay(orderId: string, channel: PayChannel): Promise<PaymentStartDto>
  order(orderId: string): Promise<OrderDto>
  plans(): Promise<PlanDto[]>
  purchaseMembership(planId: string): Promise<OrderDto>
  /** Agrees to renew by Alipay. @returns where it is signed */
  startRenewal(plan: PlanDto, textVersion: string): Promise<string>
  refundQuote(orderId: string): Promise<RefundQuoteDto>
  /** Asks for what would come back at this moment. */
  refund(orderId: string): Promise<OrderDto>
  /** Asks for the end of their account. */
  deleteAccount(currentPassword: string): Promise<DeletionRequestedDto>
  /** Whose cash it is, for the channel and the law. */
  /** Whom their cash goes to, at Alipay. */
  saveAlipay(): Promise<CashAccountDto>
  requestWithdrawal(amountFen: number): Promise<WithdrawalDto>
  withdrawals(): Promise<Page<WithdrawalDto>>
  /** Operators only. */
  audit(): Promise<LedgerAuditsDto>
  /** Operators only. */
  startAudit(): Promise<{ ok: true }>
  /** The address of a generation's events, for `openEvents`. */
  eventsUrl(generationId: string): string
}

export interface NewAccount {
  username: string
  email: string
  password: string
  referralCode?: string
}

export interface Api {
  register(account: NewAccount): Promise<RegistrationDto>
  verifyEmail(proof: { token: string }): Promise<EmailVerifiedDto>
  login(account: { login: string; password: string }): Promise<SessionTokensDto>
  requestPasswordReset(asked: { login: string }): Promise<{ ok: true }>
  resetPassword(wanted: { token: string; newPassword: string }): Promise<{ ok: true }>
  as(token: string): ApiUser
}

/** Plain fetch against tRPC's HTTP form at `url`/trpc. */
export function createApi(url: string): Api {
  const mutate = <T>(path: string, input: unknown, token?: string) =>
    send<T>(path, `${url}/trpc/${path}`, { method: 'POST', body: JSON.stringify(input), token })
  return {
    register: (account) => mutate('auth.register', { ...account, acceptedTerms: termsVersion }),
    verifyEmail: (proof) => mutate('auth.verifyEmail', proof),
    requestPasswordReset: (asked) => mutate('auth.requestPasswordReset', asked),
    resetPassword: (wanted) => mutate('auth.resetPassword', wanted),
    login: (account) => mutate('auth.login', account),
    as: (token) => {
      const query = <T>(path: string, input?: unknown) =>
        send<T>(path, queryUrl(url, path, input), { method: 'GET', token })
      return {
        token,
        query,
        mutate: (path, input) => mutate(path, input, token),
        generate: ({
          topic = '人工智能如何改变内容创作',
          length = 300,
          tool = 'wechat-article',
          input = { topic, keywords: ['创作'], length },
          modelId,
          requestKey = crypto.randomUUID(),
        } = {}) => mutate('writing.generate', { tool, input, modelId, requestKey }, token),
        stop: (generationId) => mutate('writing.stop', { generationId }, token),
        balance: () => query('credits.balance'),
        models: () => query('models.list', {}),
        creation: (creationId) => query('creations.get', { creationId }),
        versions: (creationId) => query('creations.versions', { creationId }),
        receipt: (creationId) => query('creations.receipt', { creationId }),
        recharge: (amountFen, userCouponId) =>
          mutate('orders.recharge', { amountFen, userCouponId, requestKey: crypto.randomUUID() }, token),
        pay: (orderId, channel) => mutate('orders.pay', { orderId, channel }, token),
        order: (orderId) => query('orders.get', { orderId }),
        plans: () => query('orders.plans'),
        purchaseMembership: (planId) =>
          mutate('orders.purchaseMembership', { planId, requestKey: crypto.randomUUID() }, token),
        async startRenewal({ id: planId, priceFen }, textVersion) {
          const agreed = { planId, priceFen, channel: 'alipay', textVersion, isAgreed: true }
          return (await mutate<RenewalStartDto>('renewals.start', agreed, token)).signUrl
        },
        refundQuote: (orderId) => query('refunds.quote', { orderId }),
        async refund(orderId) {
          const { amountFen, takenCredits } = await query<RefundQuoteDto>('refunds.quote', { orderId })
          const requestKey = crypto.randomUUID()
          return mutate('refunds.request', { orderId, amountFen, takenCredits, requestKey }, token)
        },
        deleteAccount: (currentPassword) =>
          mutate('accountDeletion.request', { currentPassword, confirmation: '注销' }, token),
        saveAlipay: () => {
          // Their own: one that two people have is reviewed.
          const account = `${crypto.randomUUID().slice(0, 8)}@example.com`
          const identity = { realName: '沈小曼', idNumber: idNumberOf(randomInt(20_000_000)) }
          return mutate('withdrawals.savePayee', { channel: 'alipay', account, ...identity }, token)
        },
        requestWithdrawal: (amountFen) =>
          mutate('withdrawals.request', { amountFen, requestKey: crypto.randomUUID() }, token),
        withdrawals: () => query('withdrawals.mine', {}),
        audit: () => query('credits.audit'),
        startAudit: () => mutate('credits.startAudit', undefined, token),
        eventsUrl: (generationId) => queryUrl(url, 'creations.progress', { generationId }),
      }
    },
  }
}

function queryUrl(url: string, path: string, input: unknown): string {
  const search = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
  return `${url}/trpc/${path}${search}`
}

interface Sent {
  method: 'GET' | 'POST'
  body?: string
  token: string | undefined
}

async function send<T>(path: string, url: string, { method, body, token }: Sent): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: {
      // A mutation without input has no body, and is refused without a type all the same.
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  const answer = parse(text)
  if (!response.ok || !answer.result) throw new ApiRefusal(path, response.status, answer.error?.data?.app ?? null, text)
  return answer.result.data as T
}

interface Answer {
  result?: { data: unknown }
  error?: { data?: { app?: WireError } }
}

function parse(text: string): Answer {
  try {
    return JSON.parse(text) as Answer
  } catch {
    // A proxy's or a dying server's page: the caller reports it as it is.
    return {}
  }
}
