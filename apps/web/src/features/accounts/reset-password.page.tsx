import { toShownError } from '@mozhou/ui/wire/wire-error'
import { queryClient } from '@mozhou/ui/api/query-client'
import { AuthFrame } from '@mozhou/ui/app/auth-frame.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { PasswordInput } from '@mozhou/ui/components/password-input.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { Form } from '@mozhou/ui/forms/form.tsx'
import { QueryClientProvider, useMutation } from '@tanstack/solid-query'
import { Link } from '@tanstack/solid-router'
import { Show } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'

/** Where the link in a mail leads. */
export function ResetPasswordPage() {
  return (
    <QueryClientProvider client={queryClient}>
      <NewPassword />
    </QueryClientProvider>
  )
}

export function NewPassword() {
  const { t, fieldIssue } = useI18n()
  // Behind the hash sign, so that no server and no Referer sees it.
  const token = window.location.hash.slice(1)
  const isMalformed = !/^[\w-]{43}$/.test(token)
  const form = createForm({
    initial: { token, newPassword: '' },
    schema: () => import('@mozhou/contracts/accounts/inputs').then((module) => module.resetPasswordInput),
  })
  const set = useMutation(() => ({
    mutationFn: async () => {
      const values = await form.check()
      if (values) await api.auth.resetPassword.mutate(values)
      return values !== null
    },
    onError: (cause) => form.showIssues(toShownError(cause).fields),
  }))
  const isDone = () => set.data === true
  const wrong = () => {
    const issue = form.issue('newPassword')
    return issue && fieldIssue(t('reset.newPassword'), issue)
  }
  return (
    <AuthFrame
      title={isDone() ? t('reset.doneTitle') : t('reset.title')}
      description={isDone() ? t('reset.done') : t('reset.hint')}
      footer={
        <Link
          to={isDone() ? '/login' : '/forgot-password'}
          class="text-sm font-medium text-accent-text underline underline-offset-4"
        >
          {isDone() ? t('reset.toLogin') : t('reset.again')}
        </Link>
      }
    >
      <Show when={!isDone()}>
        <Show when={!isMalformed} fallback={<p role="alert">{t('reset.malformed')}</p>}>
          <Form
            onSubmit={() => {
              if (!set.isPending) set.mutate()
            }}
          >
            <Refusal error={set.error} />
            <Field label={t('reset.newPassword')} hint={t('auth.passwordHint')} error={wrong()}>
              <PasswordInput
                name="newPassword"
                autocomplete="new-password"
                value={form.values().newPassword}
                onValueChange={(value) => form.set('newPassword', value)}
              />
            </Field>
            <Button type="submit" variant="primary" isWide isPending={set.isPending}>
              {t('reset.set')}
            </Button>
          </Form>
        </Show>
      </Show>
    </AuthFrame>
  )
}
