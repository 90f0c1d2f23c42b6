import { authProfiles, capabilities, capabilityTitles, vendorsOf } from '@mozhou/contracts/models/kinds'
import type { Form } from '@mozhou/ui/forms/create-form'
import { Field } from '@mozhou/ui/components/field.tsx'
import { PasswordInput } from '@mozhou/ui/components/password-input.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { createEffect, on, Show } from 'solid-js'
import type { JSX } from 'solid-js'
import { useI18n } from './words.ts'
import { ImageAbilities } from './image-abilities.tsx'
import { issueInYuan } from './model-form-values.ts'
import type { ModelFormValues } from './model-form-values.ts'

interface ModelFormProps {
  form: Form<ModelFormValues>
  /** Last four characters of the key in use; null for a new model. */
  keyLast4: string | null
  /** Other models, for the replacement. */
  others: readonly { id: string; alias: string; capability: string }[]
}

type TextName = Exclude<keyof ModelFormValues, 'isEnabled' | 'isMembersOnly'>

const tokenPrices = ['price.inputMicroYuanPerMillion', 'price.outputMicroYuanPerMillion'] as const
const reasonings = ['off', 'low', 'high'] as const
const samplings = ['allowed', 'only_without_reasoning', 'forbidden'] as const

/** Every field of a model; the same form adds and edits. */
export function ModelForm(props: ModelFormProps) {
  const { t, pick } = useI18n()
  // A model can only be replaced by one that does the same.
  const replacements = () => props.others.filter(({ capability }) => capability === props.form.values().capability)
  const isImage = () => props.form.values().capability === 'image'
  // What was chosen for one capability may be nothing for the other.
  createEffect(
    on(isImage, (isOn) => {
      const { vendor, ...values } = props.form.values()
      const [first, ...rest] = vendorsOf[isOn ? 'image' : 'text']
      if (first && ![first, ...rest].some((key) => key === vendor)) props.form.set('vendor', first)
      if (!isOn) return
      // Most vendors of pictures count no tokens.
      for (const name of tokenPrices) if (values[name] === '') props.form.set(name, '0')
    }),
  )
  const text = (name: TextName, label: string, more: Omit<BoxProps, 'form' | 'name' | 'label'> = {}) => (
    <TextBox form={props.form} name={name} label={label} {...more} />
  )
  const number = (name: TextName, label: string, isRequired = false) =>
    text(name, label, { inputMode: 'decimal', isRequired })
  const choice = (name: TextName, label: string, options: ChoiceProps['options']) => (
    <ChoiceBox form={props.form} name={name} label={label} options={options} />
  )
  return (
    <div class="flex flex-col gap-6">
      <Section title={t('models.sectionBasics')}>
        {text('alias', t('models.alias'), { isRequired: true })}
        {choice(
          'vendor',
          t('models.vendor'),
          vendorsOf[isImage() ? 'image' : 'text'].map((value) => ({ value, label: t(`vendors.${value}`) })),
        )}
        {text('upstreamModel', t('models.upstream'), { isRequired: true, isWide: true })}
        {choice(
          'capability',
          t('models.capability'),
          capabilities.map((value) => ({ value, label: pick(capabilityTitles[value]) })),
        )}
        {text('priority', t('models.priority'), { inputMode: 'numeric', hint: t('models.priorityHint') })}
        <Switch
          isOn={props.form.values().isEnabled}
          onChange={(isOn) => props.form.set('isEnabled', isOn)}
          label={t('models.enabled')}
        />
        <Switch
          isOn={props.form.values().isMembersOnly}
          onChange={(isOn) => props.form.set('isMembersOnly', isOn)}
          label={t('models.membersOnly')}
        />
      </Section>
      <Section
        title={t('models.sectionConnection')}
        hint={props.keyLast4 ? t('models.credentialsHint', props.keyLast4) : t('models.credentialsNewHint')}
      >
        {text('baseUrl', t('models.baseUrl'), { isRequired: true, isWide: true })}
        {choice(
          'authProfile',
          t('models.authProfile'),
          authProfiles.map((value) => ({ value, label: t(`models.authProfiles.${value}`) })),
        )}
        <span class="hidden sm:block" />
        <KeyBox form={props.form} name="credentials.apiKey" label={t('models.apiKey')} isRequired={!props.keyLast4} />
        <KeyBox form={props.form} name="credentials.secretKey" label={t('models.secretKey')} />
      </Section>
      <Section title={t('models.sectionPrice')}>
        {number('price.inputMicroYuanPerMillion', t('models.inputPrice'), true)}
        {number('price.outputMicroYuanPerMillion', t('models.outputPrice'), true)}
        <Show when={isImage()} fallback={number('price.cachedInputMicroYuanPerMillion', t('models.cachedPrice'))}>
          {number('price.pictureMicroYuan', t('models.picturePrice'), true)}
        </Show>
        {text('price.effectiveFrom', t('models.effectiveFrom'), { type: 'datetime-local' })}
      </Section>
      <Show when={!isImage()}>
        <Section title={t('models.sectionParameters')}>
          {number('parameters.maxOutputTokens', t('models.maxOutputTokens'), true)}
          {number('parameters.temperature', t('models.temperature'))}
          {number('parameters.topP', t('models.topP'))}
          {choice(
            'parameters.reasoning',
            t('models.reasoning'),
            reasonings.map((value) => ({ value, label: t(`models.reasonings.${value}`) })),
          )}
          {choice(
            'parameters.sampling',
            t('models.sampling'),
            samplings.map((value) => ({ value, label: t(`models.samplings.${value}`) })),
          )}
        </Section>
      </Show>
      <Section title={t('models.sectionLimits')}>
        <Show when={!isImage()}>{number('limits.contextTokens', t('models.contextTokens'), true)}</Show>
        {number('limits.requestsPerMinute', t('models.requestsPerMinute'))}
        {number(
          'limits.firstTokenTimeoutMs',
          t(isImage() ? 'models.submitTimeoutMs' : 'models.firstTokenTimeoutMs'),
          true,
        )}
        {number('limits.idleTimeoutMs', t(isImage() ? 'models.callTimeoutMs' : 'models.idleTimeoutMs'), true)}
      </Section>
      <Show when={isImage()}>
        <ImageAbilities vendor={props.form.values().vendor} upstreamModel={props.form.values().upstreamModel} />
      </Show>
      <Section title={t('models.sectionLifetime')}>
        {text('shutdownAt', t('models.shutdownAt'), { type: 'date' })}
        {choice('replacementId', t('models.replacement'), [
          { value: '', label: t('models.noReplacement') },
          ...replacements().map((model) => ({ value: model.id, label: model.alias })),
        ])}
      </Section>
    </div>
  )
}

function Section(props: { title: string; hint?: string; children: JSX.Element }) {
  return (
    <section>
      <h3 class="text-sm font-semibold">{props.title}</h3>
      <p class="mb-3 text-xs text-ink-3">{props.hint}</p>
      <div class="grid gap-4 sm:grid-cols-2">{props.children}</div>
    </section>
  )
}

interface BoxProps {
  form: Form<ModelFormValues>
  name: TextName
  label: string
  hint?: string
  isRequired?: boolean
  isWide?: boolean
  inputMode?: 'decimal' | 'numeric'
  type?: 'text' | 'date' | 'datetime-local'
}

function useWrong(props: Pick<BoxProps, 'form' | 'name' | 'label'>) {
  const { fieldIssue } = useI18n()
  return () => {
    const issue = props.form.issue(props.name)
    return issue && fieldIssue(props.label, issueInYuan(issue))
  }
}

function TextBox(props: BoxProps) {
  const wrong = useWrong(props)
  return (
    <Field
      label={props.label}
      hint={props.hint}
      error={wrong()}
      isRequired={props.isRequired}
      class={props.isWide ? 'sm:col-span-2' : ''}
    >
      <TextInput
        name={props.name}
        type={props.type ?? 'text'}
        inputMode={props.inputMode}
        autocomplete="off"
        spellcheck={false}
        value={props.form.values()[props.name]}
        onValueChange={(value) => props.form.set(props.name, value)}
      />
    </Field>
  )
}

interface ChoiceProps extends Pick<BoxProps, 'form' | 'name' | 'label'> {
  options: { value: string; label: string }[]
}

function ChoiceBox(props: ChoiceProps) {
  const wrong = useWrong(props)
  return (
    <Field label={props.label} error={wrong()}>
      <Select
        value={props.form.values()[props.name]}
        onValueChange={(value) => props.form.set(props.name, value)}
        options={props.options}
      />
    </Field>
  )
}

function KeyBox(props: BoxProps) {
  const wrong = useWrong(props)
  return (
    <Field label={props.label} error={wrong()} isRequired={props.isRequired}>
      <PasswordInput
        name={props.name}
        autocomplete="new-password"
        value={props.form.values()[props.name]}
        onValueChange={(value) => props.form.set(props.name, value)}
      />
    </Field>
  )
}
