import { z } from 'zod'
import type { Agreement } from '../agreement.ts'
import { chinaDay, chinaTime } from '../china-time.ts'
import { yuan } from '../money.ts'
import type { AlipayAccount } from './account.ts'
import { cycleProduct } from './agreement-book.ts'
import { skipPastDays } from './deduction-day.ts'
import { amount, optionalText } from './fields.ts'
import type { Method } from './method.ts'
import { failed, invalid, success } from './reply.ts'

const day = z.iso.date()
const scene = z.string().regex(/^[A-Z_]+\|[A-Z_]+$/)
const externalNo = z.string().regex(/^[A-Za-z0-9]{1,32}$/)
/** At most ten in force between a payer and a merchant, and ten times of putting one off. */
const mostOfEach = 10

const rules = z
  .strictObject({
    period_type: z.enum(['DAY', 'MONTH']),
    period: z.number().int().min(1).max(365),
    execute_time: day,
    single_amount: amount,
    total_amount: amount.optional(),
    total_payments: z.number().int().min(1).optional(),
  })
  .refine(({ period_type: type, period }) => type === 'MONTH' || period >= 7, { path: ['period'] })
  .refine(({ period_type: type, execute_time: at }) => type === 'DAY' || Number(at.slice(8)) <= 28, {
    path: ['execute_time'],
  })

const signBiz = z.strictObject({
  personal_product_code: z.literal(cycleProduct),
  product_code: z.literal('GENERAL_WITHHOLDING'),
  sign_scene: scene,
  external_agreement_no: externalNo,
  external_logon_id: optionalText(100),
  access_params: z.strictObject({ channel: z.enum(['QRCODE', 'ALIPAYAPP', 'QRCODEORSMS']) }),
  period_rule_params: rules,
})

/** The code leads the payer's browser to where it is signed. */
export const agreementSignMethod: Method<z.infer<typeof signBiz>> = {
  biz: signBiz,
  isPage: true,
  run({ account, biz, params }) {
    const { external_agreement_no: externalNumber, period_rule_params: rule } = biz
    const known = account.agreementsSigned.get(externalNumber)
    if (known && known.state !== 'offered') return failed('AGREEMENT_HAS_SIGNED', '该商户签约号已签约')
    if (rule.execute_time < chinaDay(account.clock.now()))
      return invalid('isv.invalid-parameter', '首次执行时间早于当前时间')
    const agreement: Agreement = known ?? {
      externalNo: externalNumber,
      agreementNo: '',
      code: account.numbers.next(`agr${account.id.slice(-4)}`, 20),
      accountName: biz.external_logon_id ?? '',
      singleFen: rule.single_amount,
      period: { unit: rule.period_type, count: rule.period },
      nextDay: rule.execute_time,
      state: 'offered',
      notifyUrl: params.notify_url ?? '',
      returnUrl: params.return_url ?? null,
      payerId: '',
      createdAt: account.clock.now(),
      signedAt: null,
      endedAt: null,
      postponed: 0,
    }
    account.agreementsSigned.set(externalNumber, agreement)
    return success({ qr_code: agreement.code })
  },
}

const keyBiz = z.strictObject({
  agreement_no: z.string().min(1).max(64).optional(),
  external_agreement_no: externalNo.optional(),
  personal_product_code: z.literal(cycleProduct).optional(),
  sign_scene: scene.optional(),
})

const notExist = failed('USER_AGREEMENT_NOT_EXIST', '用户协议不存在')

export function findSigned(account: AlipayAccount, key: z.infer<typeof keyBiz>): Agreement | null {
  const all = [...account.agreementsSigned.values()]
  const found = key.agreement_no
    ? all.find(({ agreementNo }) => agreementNo === key.agreement_no)
    : account.agreementsSigned.get(key.external_agreement_no ?? '')
  if (!found || found.state === 'offered') return null
  skipPastDays(found, account.clock.now())
  return found
}

export const agreementQueryMethod: Method<z.infer<typeof keyBiz>> = {
  biz: keyBiz,
  isPage: false,
  run({ account, biz }) {
    const agreement = findSigned(account, biz)
    if (!agreement) return notExist
    return success({
      agreement_no: agreement.agreementNo,
      external_agreement_no: agreement.externalNo,
      principal_id: agreement.payerId,
      principal_type: 'CARD',
      personal_product_code: cycleProduct,
      sign_scene: 'INDUSTRY|DIGITAL_MEDIA',
      status: agreement.state === 'active' ? 'NORMAL' : 'STOP',
      sign_time: chinaTime(agreement.signedAt ?? agreement.createdAt),
      valid_time: chinaTime(agreement.signedAt ?? agreement.createdAt),
      invalid_time: '2115-02-01 00:00:00',
      single_quota: yuan(agreement.singleFen),
      next_deduct_time: agreement.nextDay,
    })
  },
}

export const agreementUnsignMethod: Method<z.infer<typeof keyBiz>> = {
  biz: keyBiz,
  isPage: false,
  run({ acting, account, biz }) {
    const agreement = findSigned(account, biz)
    if (agreement?.state !== 'active') return notExist
    account.agreements?.end(acting, agreement)
    return success({})
  },
}

const modifyBiz = z.strictObject({
  agreement_no: z.string().min(1).max(64),
  deduct_time: day,
  memo: z.string().min(1).max(256),
})

export const agreementPostponeMethod: Method<z.infer<typeof modifyBiz>> = {
  biz: modifyBiz,
  isPage: false,
  run({ account, biz }) {
    const agreement = findSigned(account, biz)
    if (agreement?.state !== 'active') return notExist
    if (biz.deduct_time < agreement.nextDay) return failed('MODIFY_DEDUCT_TIME_ERROR', '扣款时间只能延后')
    if (agreement.postponed >= mostOfEach) return failed('MODIFY_TIMES_EXCEED_LIMIT', '修改次数超过上限')
    agreement.postponed += 1
    agreement.nextDay = biz.deduct_time
    return success({ agreement_no: agreement.agreementNo, deduct_time: agreement.nextDay })
  },
}
