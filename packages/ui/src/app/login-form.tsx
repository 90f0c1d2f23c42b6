import type { LoginInput } from '@mozhou/contracts/accounts'
import { createSignal, Show } from 'solid-js'
import { Button } from '../components/button.tsx'
import { Field } from '../components/field.tsx'
import { Notice } from '../components/notice.tsx'
import { PasswordInput } from '../components/password-input.tsx'
import { TextInput } from '../components/text-input.tsx'
import { createForm } from '../forms/create-form.ts'
import { useUiI18n } from './i18n.tsx'

interface LoginFormProps {
  /** Resolves when signed in; rejects with the API's refusal, which is shown. */
  onSubmit: (input: LoginInput) => Promise<void>
}

export function LoginForm(props: LoginFormProps) {
  const { t, error, fieldIssue } = useUiI18n()
  const [isPending, setIsPending] = createSignal(false)
  const [refusal, setRefusal] = createSignal<unknown>(null)
  const form = createForm({
    initial: { login: '', password: '' },
    schema: () => import('@mozhou/contracts/accounts').then((module) => module.loginInput),
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
    <form
      noValidate
      class="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Show when={refusal()}>{(cause) => <Notice tone="danger">{error(cause())}</Notice>}</Show>
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
    </form>
  )
}
