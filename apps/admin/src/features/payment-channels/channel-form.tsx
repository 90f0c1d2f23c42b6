import type { ChannelAdminDto } from '@mozhou/contracts/payments/answers'
import { channelAddresses, channelSecrets, optionalSecrets } from '@mozhou/contracts/payments/kinds'
import { Field } from '@mozhou/ui/components/field.tsx'
import { PasswordInput } from '@mozhou/ui/components/password-input.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import type { Form } from '@mozhou/ui/forms/create-form'
import { Show } from 'solid-js'
import type { ChannelFormValues } from './channel-form-values.ts'
import { useI18n } from './words.ts'

interface ChannelFormProps {
  form: Form<ChannelFormValues>
  channel: ChannelAdminDto
}

type ToggleName = 'offersAgreements' | 'usesCertificates' | 'allowsH5' | 'offersTransfers'
type TextName = Exclude<keyof ChannelFormValues, ToggleName | 'address'>

/** What a channel needs, box by box; what is wrong stands at its box, in words of this form. */
export function ChannelForm(props: ChannelFormProps) {
  const { t } = useI18n()
  const box = (name: TextName, more: Omit<BoxProps, 'form' | 'channel' | 'name'> = {}) => (
    <Box form={props.form} channel={props.channel} name={name} {...more} />
  )
  return (
    <div class="flex flex-col gap-4">
      <Show when={props.channel.hasSandbox}>
        <AddressBox form={props.form} />
      </Show>
      <Show
        when={props.channel.channel === 'alipay'}
        fallback={
          <>
            {box('appId', { isRequired: true })}
            {box('merchantId', { isRequired: true })}
            {box('merchantSerial', { isRequired: true })}
            {box('merchantPrivateKey', { kind: 'pem' })}
            {box('apiV3Key', { kind: 'word' })}
            {box('publicKeyId')}
            {box('publicKey', { kind: 'pem' })}
            <Toggle form={props.form} name="usesCertificates" hint={t('channels.usesCertificatesHint')} />
            <Toggle form={props.form} name="allowsH5" hint={t('channels.allowsH5Hint')} />
            <Toggle form={props.form} name="offersTransfers" hint={t('channels.offersTransfersHint')} />
            {box('appSecret', { kind: 'word', hint: t('channels.appSecretHint') })}
          </>
        }
      >
        {box('appId', { isRequired: true })}
        {box('sellerId', { isRequired: true })}
        {box('appPrivateKey', { kind: 'pem' })}
        {box('alipayPublicKey', { kind: 'pem', isRequired: true, hint: t('channels.alipayPublicKeyHint') })}
        <Toggle form={props.form} name="offersAgreements" hint={t('channels.offersAgreementsHint')} />
        {box('appCertSerial', { hint: t('channels.certSerialHint') })}
        {box('rootCertSerial')}
      </Show>
    </div>
  )
}

/** Words of this form for a rule of its own, else those that all forms have. */
function useWrong(form: () => Form<ChannelFormValues>) {
  const { t, fieldIssue, word } = useChannelWords()
  return (name: keyof ChannelFormValues) => {
    const issue = form().issue(name)
    if (!issue) return null
    const label = t(`channels.fields.${name}`)
    return word(String(issue.params['rule'] ?? issue.rule), label) ?? fieldIssue(label, issue)
  }
}

const ownRules = [
  'digits_16',
  'seller_id',
  'wechat_app_id',
  'merchant_id',
  'serial',
  'alipay_serial',
  'app_secret',
  'bytes_32',
  'public_key_id',
  'rsa_private_key',
  'rsa_public_key',
  'own_public_key',
] as const
const wholeRules = ['verification', 'no_sandbox', 'public_api_url'] as const

function useChannelWords() {
  const i18n = useI18n()
  const word = (rule: string, label: string) => {
    const own = ownRules.find((name) => name === rule)
    if (own) return i18n.t(`channels.rules.${own}`, label)
    const whole = wholeRules.find((name) => name === rule)
    return whole ? i18n.t(`channels.rules.${whole}`) : null
  }
  return { ...i18n, word }
}

interface BoxProps extends ChannelFormProps {
  name: TextName
  kind?: 'line' | 'pem' | 'word'
  hint?: string
  isRequired?: boolean
}

function Box(props: BoxProps) {
  const { t } = useI18n()
  const wrong = useWrong(() => props.form)
  const secret = () => props.channel.secrets.find(({ name }) => name === props.name)
  const hint = () => {
    const { mark } = secret() ?? {}
    if (mark !== undefined) return t('channels.kept', markText(t, props.name, mark))
    return props.hint ?? (props.kind === 'pem' ? t('channels.pemHint') : undefined)
  }
  const isNeeded = () =>
    channelSecrets[props.channel.channel].some((name) => name === props.name) && !optionalSecrets.includes(props.name)
  const control = {
    name: props.name,
    autocapitalize: 'none' as const,
    spellcheck: false,
    get value() {
      return props.form.values()[props.name]
    },
    onValueChange: (value: string) => props.form.set(props.name, value),
  }
  return (
    <Field
      label={t(`channels.fields.${props.name}`)}
      hint={hint()}
      error={wrong(props.name)}
      isRequired={(props.isRequired ?? false) || (isNeeded() && !secret())}
    >
      <Show
        when={props.kind === 'pem'}
        fallback={
          <Show when={props.kind === 'word'} fallback={<TextInput autocomplete="off" {...control} />}>
            <PasswordInput autocomplete="new-password" {...control} />
          </Show>
        }
      >
        <TextArea autocomplete="off" rows={4} class="font-mono text-xs" {...control} />
      </Show>
    </Field>
  )
}

export function markText(t: ReturnType<typeof useI18n>['t'], name: string, mark: string): string {
  return t(name === 'apiV3Key' || name === 'appSecret' ? 'channels.last4' : 'channels.fingerprint', mark)
}

function AddressBox(props: Pick<ChannelFormProps, 'form'>) {
  const { t } = useI18n()
  const wrong = useWrong(() => props.form)
  return (
    <Field label={t('channels.fields.address')} error={wrong('address')}>
      <Select
        value={props.form.values().address}
        onValueChange={(value) => props.form.set('address', value === 'sandbox' ? 'sandbox' : 'live')}
        options={channelAddresses.map((value) => ({ value, label: t(`channels.addresses.${value}`) }))}
      />
    </Field>
  )
}

function Toggle(props: Pick<ChannelFormProps, 'form'> & { name: ToggleName; hint: string }) {
  const { t } = useI18n()
  return (
    <Switch
      isOn={props.form.values()[props.name]}
      onChange={(isOn) => props.form.set(props.name, isOn)}
      label={t(`channels.fields.${props.name}`)}
      hint={props.hint}
    />
  )
}
