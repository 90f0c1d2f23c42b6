import { toShownError } from '@mozhou/ui/wire/wire-error'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { PasswordInput } from '@mozhou/ui/components/password-input.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { Form } from '@mozhou/ui/forms/form.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useQuery } from '@mozhou/ui/api/use-query'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'
import { accountsKey } from './queries.ts'
import { me } from '../../session/queries.ts'

const empty = { currentPassword: '', newPassword: '' }

export function PasswordCard() {
  const { t, error, fieldIssue } = useI18n()
  const client = useQueryClient()
  const account = useQuery(() => me())
  const form = createForm({
    initial: empty,
    schema: () => import('@mozhou/contracts/accounts/inputs').then((module) => module.changePasswordInput),
  })
  const change = useMutation(() => ({
    mutationFn: async () => {
      const values = await form.check()
      if (!values) return
      await api.auth.changePassword.mutate(values)
      form.reset(empty)
      toastSuccess({ title: t('settings.passwordChanged') })
      // The sessions and API keys of the account ended with the old password.
      await client.invalidateQueries({ queryKey: accountsKey })
    },
    onError: (cause) => form.showIssues(toShownError(cause).fields),
  }))
  const isWrong = () => change.error !== null && toShownError(change.error).code === 'PASSWORD_WRONG'
  const wrong = (name: keyof typeof empty) => {
    const issue = form.issue(name)
    if (issue) return fieldIssue(t(`settings.${name}`), issue)
    return name === 'currentPassword' && isWrong() ? error(change.error) : null
  }
  return (
    <Card title={t('settings.password')} description={t('settings.passwordHint')}>
      <Form
        onSubmit={() => {
          if (!change.isPending) change.mutate()
        }}
      >
        <Refusal error={isWrong() ? null : change.error} />
        {/* Password managers need to know whose password this is. */}
        <input
          type="text"
          name="username"
          autocomplete="username"
          value={account.data?.username ?? ''}
          readOnly
          hidden
        />
        <Field label={t('settings.currentPassword')} error={wrong('currentPassword')}>
          <PasswordInput
            name="currentPassword"
            autocomplete="current-password"
            value={form.values().currentPassword}
            onValueChange={(value) => form.set('currentPassword', value)}
          />
        </Field>
        <Field label={t('settings.newPassword')} hint={t('auth.passwordHint')} error={wrong('newPassword')}>
          <PasswordInput
            name="newPassword"
            autocomplete="new-password"
            value={form.values().newPassword}
            onValueChange={(value) => form.set('newPassword', value)}
          />
        </Field>
        <div>
          <Button type="submit" isPending={change.isPending}>
            {t('settings.changePassword')}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
