import type { Agreement, AgreementBook } from '../agreement.ts'
import { chinaTime } from '../china-time.ts'
import { noticeFaultNames } from '../payment-faults.ts'
import type { AlipayAccount } from './account.ts'
import { signNotice } from './sign.ts'

export const cycleProduct = 'CYCLE_PAY_AUTH_P'

function fieldsOf(account: AlipayAccount, agreement: Agreement, id: string, isWrongApp: boolean) {
  const appId = isWrongApp ? '2021000999999999' : account.id
  const isEnd = agreement.state === 'ended'
  return {
    charset: 'UTF-8',
    notify_time: chinaTime(account.clock.now()),
    notify_type: isEnd ? 'dut_user_unsign' : 'dut_user_sign',
    notify_id: id,
    version: '1.0',
    app_id: appId,
    auth_app_id: appId,
    sign_type: 'RSA2',
    agreement_no: agreement.agreementNo,
    external_agreement_no: agreement.externalNo,
    personal_product_code: cycleProduct,
    sign_scene: 'INDUSTRY|DIGITAL_MEDIA',
    alipay_user_id: agreement.payerId,
    alipay_logon_id: '159******20',
    status: isEnd ? 'UNSIGN' : 'NORMAL',
    ...(isEnd
      ? { unsign_time: chinaTime(agreement.endedAt ?? account.clock.now()) }
      : {
          sign_time: chinaTime(agreement.signedAt ?? account.clock.now()),
          valid_time: chinaTime(agreement.signedAt ?? account.clock.now()),
          invalid_time: '2115-02-01 00:00:00',
          next_deduct_time: agreement.nextDay,
        }),
  }
}

function tell(
  { state, vendor }: Parameters<AgreementBook['sign']>[0],
  account: AlipayAccount,
  agreement: Agreement,
): void {
  const names = [agreement.externalNo, account.id, 'notice']
  const faults = state.behaviors.takeListed(vendor, names, noticeFaultNames).map(({ name }) => name)
  if (faults.includes('notice-lost') || agreement.notifyUrl === '') return
  const id = account.newNoticeId()
  // What is told is what was so when it happened, however late it arrives.
  const told = { ...agreement }
  const compose = () => {
    const fields = fieldsOf(account, told, id, faults.includes('notice-wrong-app'))
    const keys = faults.includes('notice-forged') ? account.strangeKeys() : account.alipayKeys()
    return {
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: new URLSearchParams({ ...fields, sign: signNotice(fields, keys) }).toString(),
    }
  }
  const event = told.state === 'ended' ? 'unsigned' : 'signed'
  const url = agreement.notifyUrl
  account.courier.send({ id, orderNo: agreement.externalNo, event, url, compose }, account.settings.firstNoticeMs)
}

export function createAgreementBook(account: () => AlipayAccount, all: ReadonlyMap<string, Agreement>): AgreementBook {
  return {
    all,
    sign(at, agreement) {
      if (agreement.state !== 'offered') return
      const owner = account()
      agreement.state = 'active'
      agreement.signedAt = owner.clock.now()
      agreement.agreementNo = owner.numbers.next(chinaTime(owner.clock.now()).slice(0, 10).replaceAll('-', ''), 20)
      agreement.payerId = owner.newPayerId()
      tell(at, owner, agreement)
    },
    end(at, agreement) {
      if (agreement.state !== 'active') return
      agreement.state = 'ended'
      agreement.endedAt = account().clock.now()
      tell(at, account(), agreement)
    },
  }
}
