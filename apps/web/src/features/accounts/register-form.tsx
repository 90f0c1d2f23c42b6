import type { RegistrationDto } from '@mozhou/contracts/accounts/answers'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { PasswordInput } from '@mozhou/ui/components/password-input.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { termsVersion } from '@mozhou/contracts/accounts/terms'
import { createForm } from '@mozhou/ui/forms/create-form'
import { Form } from '@mozhou/ui/forms/form.tsx'
import { useMutation } from '@tanstack/solid-query'
import { untrack } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { TermsBox } from './terms-box.tsx'

const empty = { username: '', email: '', password: '', referralCode: '', acceptedTerms: false }
type Values = typeof empty
type FieldName = keyof Values
type TextName = Exclude<FieldName, 'acceptedTerms'>

/** Refusals that belong to one field are shown there. */
const fieldOfRefusal: Partial<Record<string, FieldName>> = {
  USERNAME_TAKEN: 'username',
  EMAIL_TAKEN: 'email',
  REFERRAL_CODE_UNKNOWN: 'referralCode',
  REFERRAL_CODE_OWN: 'referralCode',
  REFERRAL_SECOND_REGISTRATION: 'referralCode',
}

const toInput = ({ referralCode, acceptedTerms, ...rest }: Values) => ({
  ...rest,
  ...(referralCode.trim() !== '' && { referralCode }),
  acceptedTerms: acceptedTerms ? termsVersion : '',
})

/** Where the deployment asks for work; its code comes only then. */
async function workProof() {
  const { challenge } = await api.auth.registrationChallenge.query()
  if (!challenge) return null
  const { solveChallenge } = await import('./solve-challenge.ts')
  return solveChallenge(challenge)
}

export function RegisterForm(props: {
  /** By whose link somebody came; it may be changed. */
  referralCode: string
  onRegistered: (registration: RegistrationDto) => Promise<void>
}) {
  const { t, error, fieldIssue } = useI18n()
  const form = createForm({
    initial: { ...empty, referralCode: untrack(() => props.referralCode) },
    toInput,
    schema: () => import('@mozhou/contracts/accounts/inputs').then((module) => module.registerInput),
  })
  const register = useMutation(() => ({
    mutationFn: async () => {
      const values = await form.check()
      if (!values) return
      const proof = await workProof()
      const asked = { ...toInput(values), ...(proof && { proof }) }
      await props.onRegistered(await api.auth.register.mutate(asked))
    },
    onError: (cause) => form.showIssues(toShownError(cause).fields),
  }))
  const refusal = () => (register.error ? toShownError(register.error) : null)
  const refusedField = () => fieldOfRefusal[refusal()?.code ?? '']
  const wrong = (name: FieldName) => {
    const issue = form.issue(name)
    if (issue) return fieldIssue(t(`auth.${name}`), issue)
    return refusedField() === name ? error(register.error) : null
  }
  const bind = (name: TextName) => ({
    value: form.values()[name],
    onValueChange: (value: string) => form.set(name, value),
    onBlur: () => {
      if (form.values()[name] !== '') form.leave(name)
    },
  })

  return (
    <Form
      onSubmit={() => {
        if (!register.isPending) register.mutate()
      }}
    >
      <Refusal error={refusedField() === undefined ? register.error : null} />
      <Field label={t('auth.username')} hint={t('auth.usernameHint')} error={wrong('username')} isRequired>
        <TextInput name="username" autocomplete="username" autocapitalize="none" autofocus {...bind('username')} />
      </Field>
      <Field label={t('auth.email')} error={wrong('email')} isRequired>
        <TextInput name="email" type="email" autocomplete="email" autocapitalize="none" {...bind('email')} />
      </Field>
      <Field label={t('auth.password')} hint={t('auth.passwordHint')} error={wrong('password')} isRequired>
        <PasswordInput autocomplete="new-password" {...bind('password')} />
      </Field>
      <Field label={t('auth.referralCode')} hint={t('auth.referralCodeHint')} error={wrong('referralCode')}>
        <TextInput name="referralCode" autocomplete="off" autocapitalize="characters" {...bind('referralCode')} />
      </Field>
      <TermsBox
        isAccepted={form.values().acceptedTerms}
        onChange={(isAccepted) => form.set('acceptedTerms', isAccepted)}
        error={wrong('acceptedTerms')}
      />
      <Button type="submit" variant="primary" isWide isPending={register.isPending}>
        {t('auth.register')}
      </Button>
    </Form>
  )
}
