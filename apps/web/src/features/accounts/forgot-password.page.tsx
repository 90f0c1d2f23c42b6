import { queryClient } from '@mozhou/ui/api/query-client'
import { useQuery } from '@mozhou/ui/api/use-query'
import { AuthFrame } from '@mozhou/ui/app/auth-frame.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { Form } from '@mozhou/ui/forms/form.tsx'
import { QueryClientProvider, useMutation } from '@tanstack/solid-query'
import { Link } from '@tanstack/solid-router'
import { Match, Switch } from 'solid-js'
import { api } from '../../api.ts'
import { systemInfo } from '../../session/queries.ts'
import { useI18n } from './words.ts'

/** It stands outside the login, and so brings a query client of its own. */
export function ForgotPasswordPage() {
  return (
    <QueryClientProvider client={queryClient}>
      <ForgottenPassword />
    </QueryClientProvider>
  )
}

/** What it says once the link is asked for is the same whether or not there is such an account. */
export function ForgottenPassword() {
  const { t, fieldIssue } = useI18n()
  const info = useQuery(() => systemInfo())
  const form = createForm({
    initial: { login: '' },
    schema: () => import('@mozhou/contracts/accounts/inputs').then((module) => module.requestPasswordResetInput),
  })
  const ask = useMutation(() => ({
    mutationFn: async () => {
      const values = await form.check()
      if (values) await api.auth.requestPasswordReset.mutate(values)
      return values !== null
    },
  }))
  const isAsked = () => ask.data === true
  const hasNoMail = () => info.data?.verifiesEmail === false
  const wrong = () => {
    const issue = form.issue('login')
    return issue && fieldIssue(t('reset.login'), issue)
  }
  return (
    <AuthFrame
      title={isAsked() ? t('reset.sentTitle') : t('reset.forgotTitle')}
      description={isAsked() ? t('reset.sent') : hasNoMail() ? t('reset.noMail') : t('reset.forgotHint')}
      footer={
        <Link to="/login" class="text-sm font-medium text-accent-text underline underline-offset-4">
          {t('reset.toLogin')}
        </Link>
      }
    >
      <Switch>
        <Match when={!isAsked() && !hasNoMail()}>
          <Form
            onSubmit={() => {
              if (!ask.isPending) ask.mutate()
            }}
          >
            <Refusal error={ask.error} />
            <Field label={t('reset.login')} error={wrong()}>
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
            <Button type="submit" variant="primary" isWide isPending={ask.isPending}>
              {t('reset.send')}
            </Button>
          </Form>
        </Match>
      </Switch>
    </AuthFrame>
  )
}
