import { PaymentFailure } from '@mozhou/contracts/payments/payment-failure'
import type { Agreement, AgreementKey, AgreementTerms, Agreements } from '../agreements.ts'
import { fenToYuan } from '../yuan.ts'
import { deductByAgreement } from './deduct.ts'
import { isRefusedWith, textOf } from './errors.ts'
import type { AlipayCall, AlipayGateway } from './gateway.ts'

/** 周期扣款: opendocs.alipay.com/open/20190319114403226822, read 2026-11. The scene is the one of the merchant's contract. */
const product = { personal_product_code: 'CYCLE_PAY_AUTH_P', sign_scene: 'INDUSTRY|DIGITAL_MEDIA' } as const
const unknownCodes = ['USER_AGREEMENT_NOT_EXIST', 'ACQ.USER_AGREEMENT_NOT_EXIST']

/** Months, not days: a membership's months are the calendar's, and a rhythm of 30 days would leave the window within a year. */
function signUrl(gateway: AlipayGateway, terms: AgreementTerms): string {
  const biz = {
    ...product,
    product_code: 'GENERAL_WITHHOLDING',
    external_agreement_no: terms.externalNo,
    external_logon_id: terms.accountName,
    access_params: { channel: terms.isOnPhone ? 'ALIPAYAPP' : 'QRCODE' },
    period_rule_params: {
      period_type: 'MONTH',
      period: terms.months,
      execute_time: terms.firstDay,
      single_amount: fenToYuan(terms.mostFen),
    },
  }
  return gateway.pageUrl('alipay.user.agreement.page.sign', {
    biz,
    notifyUrl: terms.notifyUrl,
    returnUrl: terms.returnUrl,
  })
}

/** The channel's number alone where we have it: with it they ignore the others. */
function keyOf({ agreementNo, externalNo }: AgreementKey): AlipayCall['biz'] {
  return agreementNo === null ? { ...product, external_agreement_no: externalNo } : { agreement_no: agreementNo }
}

function stateOf(status: string): Agreement['state'] {
  switch (status) {
    case 'NORMAL':
      return 'active'
    case 'TEMP':
      return 'absent'
    case 'STOP':
    case 'UNSIGN':
      return 'ended'
    default:
      throw new PaymentFailure('unavailable', { channel: 'alipay', vendorCode: 'unknown_agreement_status' })
  }
}

async function queryAgreement(gateway: AlipayGateway, key: AgreementKey, signal?: AbortSignal): Promise<Agreement> {
  try {
    const method = 'alipay.user.agreement.query'
    const answer = await gateway.call({ method, biz: keyOf(key), effect: 'reads', signal })
    return {
      state: stateOf(textOf(answer.status)),
      agreementNo: textOf(answer.agreement_no) || null,
      // Theirs comes with or without a time of day.
      nextDay: /^\d{4}-\d\d-\d\d/.exec(textOf(answer.next_deduct_time))?.[0] ?? null,
    }
  } catch (error) {
    if (isRefusedWith(error, ...unknownCodes)) return { state: 'absent', agreementNo: null, nextDay: null }
    throw error
  }
}

async function cancelAgreement(
  gateway: AlipayGateway,
  key: AgreementKey,
  signal?: AbortSignal,
): Promise<'ended' | 'absent'> {
  try {
    const method = 'alipay.user.agreement.unsign'
    await gateway.call({ method, biz: keyOf(key), effect: 'changes', signal })
    return 'ended'
  } catch (error) {
    if (isRefusedWith(error, ...unknownCodes)) return 'absent'
    throw error
  }
}

export function alipayAgreements(gateway: AlipayGateway, isOffered: boolean): Agreements {
  return {
    isOffered,
    signUrl: (terms) => Promise.resolve(signUrl(gateway, terms)),
    query: (key, signal) => queryAgreement(gateway, key, signal),
    cancel: (key, signal) => cancelAgreement(gateway, key, signal),
    deduct: (order, signal) => deductByAgreement(gateway, order, signal),
    async postpone({ agreementNo, day, reason }, signal) {
      await gateway.call({
        method: 'alipay.user.agreement.executionplan.modify',
        biz: { agreement_no: agreementNo, deduct_time: day, memo: reason.slice(0, 256) },
        effect: 'changes',
        signal,
      })
    },
  }
}
