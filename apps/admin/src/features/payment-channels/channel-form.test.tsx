import type { ChannelAdminDto } from '@mozhou/contracts/payments/answers'
import { channelKeysInput } from '@mozhou/contracts/payments/inputs'
import { createForm } from '@mozhou/ui/forms/create-form'
import type { Form } from '@mozhou/ui/forms/create-form'
import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { I18nProvider } from '../../i18n/i18n.ts'
import { channelFormOf, channelInputOf } from './channel-form-values.ts'
import type { ChannelFormValues } from './channel-form-values.ts'
import { ChannelForm } from './channel-form.tsx'

afterEach(cleanup)

const alipay: ChannelAdminDto = {
  channel: 'alipay',
  isOn: true,
  origin: 'admin',
  isSandbox: false,
  isUnreadable: false,
  values: {
    channel: 'alipay',
    appId: '2021000000000001',
    sellerId: '2088000000000001',
    offersAgreements: false,
    appCertSerial: '',
    rootCertSerial: '',
    alipayPublicKey: 'MIIB',
    address: 'live',
  },
  secrets: [{ name: 'appPrivateKey', mark: '0123456789abcdef' }],
  notifyUrl: 'https://api.test/api/v1/credit/callback/alipay',
  hasSandbox: false,
  revision: 1,
  updatedAt: null,
}

function show(channel: ChannelAdminDto): Form<ChannelFormValues> {
  const form = createForm({
    initial: channelFormOf(channel),
    toInput: (values) => channelInputOf(channel.channel, values),
    schema: () => Promise.resolve(channelKeysInput),
  })
  render(() => (
    <I18nProvider>
      <ChannelForm form={form} channel={channel} />
    </I18nProvider>
  ))
  return form
}

it('leaves a stored secret empty, shows its fingerprint, and sends it as empty', async () => {
  const form = show(alipay)
  expect(screen.getByLabelText('应用私钥')).toHaveProperty('value', '')
  expect(screen.getByText(/0123456789abcdef/)).toBeTruthy()
  expect(await form.check()).toMatchObject({ appPrivateKey: '', appId: '2021000000000001' })
})

it('says at the box what is wrong with it, in words of the channel', async () => {
  const form = show(alipay)
  form.set('appId', '123')
  expect(await form.check()).toBeNull()
  expect(screen.getByRole('alert').textContent).toBe('应用 ID是 16 位数字')
  form.showIssues([{ path: 'appPrivateKey', rule: 'rsa_private_key', params: {} }])
  expect(screen.getByRole('alert').textContent).toContain('不是 RSA 私钥')
})

it('wants of WeChat Pay a public key or certificates', async () => {
  const form = show({ ...alipay, channel: 'wechat', values: null, secrets: [], origin: null })
  form.set('appId', 'wx0123456789abcdef')
  form.set('merchantId', '1900000001')
  form.set('merchantSerial', 'ABCDEF0123')
  expect(await form.check()).toBeNull()
  expect(screen.getByRole('alert').textContent).toContain('平台证书')
  form.set('usesCertificates', true)
  expect(await form.check()).toMatchObject({ usesCertificates: true })
})

it('wants both serial numbers or neither, and no secret of an official account', async () => {
  const form = show(alipay)
  form.set('appCertSerial', '0123456789abcdef0123456789abcdef')
  expect(await form.check()).toBeNull()
  form.set('rootCertSerial', '0123456789abcdef0123456789abcdef_0123456789abcdef0123456789abcdef')
  expect(await form.check()).toMatchObject({ appCertSerial: '0123456789abcdef0123456789abcdef' })
  cleanup()
  show({ ...alipay, channel: 'wechat', values: null, secrets: [], origin: null })
  expect(screen.getByLabelText('公众号 AppSecret')).toHaveProperty('required', false)
})
