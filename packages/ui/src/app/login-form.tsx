import type { LoginInput } from '@mozhou/contracts/accounts/inputs'
import { createSignal } from 'solid-js'
import { Button } from '../components/button.tsx'
import { Field } from '../components/field.tsx'
import { PasswordInput } from '../components/password-input.tsx'
import { Refusal } from '../components/refusal.tsx'
import { TextInput } from '../components/text-input.tsx'
import { createForm } from '../forms/create-form.ts'
import { Form } from '../forms/form.tsx'
import { useUiI18n } from '../i18n/i18n.tsx'

interface LoginFormProps {
  /** Resolves when signed in; rejects with the API's refusal, which is shown. */
  onSubmit: (input: LoginInput) => Promise<void>
}

export function LoginForm(props: LoginFormProps) {
  const { t, fieldIssue } = useUiI18n()
  const [isPending, setIsPending] = createSignal(false)
  const [refusal, setRefusal] = createSignal<unknown>(null)
  const form = createForm({
    initial: { login: '', password: '' },
    schema: () => import('@mozhou/contracts/accounts/inputs').then((module) => module.loginInput),
  })
  const wrong = (name: 'login' | 'password', label: string) => {
    const issue = form.issue(name)
    return issue && fieldIssue(label, issue)
  }

  async function submit() {
    if (isPending()) return
    setIsPending(true)
    setRefusal(null)
    try {
      const input = await form.check()
      if (input) await props.onSubmit(input)
    } catch (cause) {
      setRefusal(cause)
      // Emptied by us: no reason to ask for it beside the refusal.
      form.reset({ ...form.values(), password: '' })
    } finally {
      setIsPending(false)
    }
  }

  return (
    <Form onSubmit={() => void submit()}>
      <Refusal error={refusal()} />
      <Field label={t('ui.login.login')} error={wrong('login', t('ui.login.login'))}>
        <TextInput
          name="username"
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          autofocus
          value={form.values().login}
          onValueChange={(value) => form.set('login', value)}
        />
      </Field>
      <Field label={t('ui.login.password')} error={wrong('password', t('ui.login.password'))}>
        <PasswordInput
          autocomplete="current-password"
          value={form.values().password}
          onValueChange={(value) => form.set('password', value)}
        />
      </Field>
      <Button type="submit" variant="primary" isWide isPending={isPending()}>
        {t('ui.login.submit')}
      </Button>
    </Form>
  )
}
