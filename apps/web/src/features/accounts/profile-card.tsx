import type { MeDto } from '@mozhou/contracts/accounts/answers'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { CopyButton } from '@mozhou/ui/components/copy-button.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { Form } from '@mozhou/ui/forms/form.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Show, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { VerifyNotice } from './verify-notice.tsx'
import { useI18n } from './words.ts'
import { me } from '../../session/queries.ts'

export function ProfileCard() {
  const { t } = useI18n()
  const account = useQuery(() => me())
  return (
    <Card title={t('settings.profile')}>
      <Loaded query={account}>
        {(user) => (
          <>
            <VerifyNotice user={user()} />
            <ProfileForm user={user()} />
          </>
        )}
      </Loaded>
    </Card>
  )
}

function ProfileForm(props: { user: MeDto }) {
  const { t, date, error, fieldIssue } = useI18n()
  const client = useQueryClient()
  const isOther = (email: string) => email.trim() !== props.user.email
  /** The box for the password is there with another address only. */
  const inputOf = ({ currentPassword, ...values }: { displayName: string; email: string; currentPassword: string }) =>
    isOther(values.email) ? { ...values, currentPassword } : values
  const form = createForm({
    initial: untrack(() => ({ displayName: props.user.displayName, email: props.user.email, currentPassword: '' })),
    schema: () => import('@mozhou/contracts/accounts/inputs').then((module) => module.updateMeInput),
    toInput: inputOf,
  })
  const save = useMutation(() => ({
    mutationFn: async () => {
      const values = await form.check()
      if (!values) return
      client.setQueryData(me().queryKey, await api.auth.updateMe.mutate(inputOf(values)))
      form.set('currentPassword', '')
      toastSuccess({ title: t('settings.saved') })
    },
    onError: (cause) => form.showIssues(toShownError(cause).fields),
  }))
  const isEmailTaken = () => save.error !== null && toShownError(save.error).code === 'EMAIL_TAKEN'
  const isPasswordWrong = () => save.error !== null && toShownError(save.error).code === 'PASSWORD_WRONG'
  const wrong = (name: 'displayName' | 'email' | 'currentPassword') => {
    const issue = form.issue(name)
    if (issue) return fieldIssue(t(`settings.${name}`), issue)
    const isShownHere = (name === 'email' && isEmailTaken()) || (name === 'currentPassword' && isPasswordWrong())
    return isShownHere ? error(save.error) : null
  }
  return (
    <Form
      onSubmit={() => {
        if (!save.isPending) save.mutate()
      }}
    >
      <Refusal error={isEmailTaken() || isPasswordWrong() ? null : save.error} />
      <Field label={t('settings.displayName')} error={wrong('displayName')}>
        <TextInput
          name="displayName"
          autocomplete="nickname"
          value={form.values().displayName}
          onValueChange={(value) => form.set('displayName', value)}
        />
      </Field>
      <Field label={t('settings.email')} error={wrong('email')}>
        <TextInput
          name="email"
          type="email"
          autocomplete="email"
          value={form.values().email}
          onValueChange={(value) => form.set('email', value)}
        />
      </Field>
      <Show when={isOther(form.values().email)}>
        <Field
          label={t('settings.currentPassword')}
          hint={t('settings.emailAsksPassword')}
          error={wrong('currentPassword')}
        >
          <TextInput
            name="currentPassword"
            type="password"
            autocomplete="current-password"
            value={form.values().currentPassword}
            onValueChange={(value) => form.set('currentPassword', value)}
          />
        </Field>
      </Show>
      <DetailsList
        rows={[
          { label: t('settings.username'), value: props.user.username },
          {
            label: t('settings.referralCode'),
            value: (
              <span class="flex items-center justify-end gap-1">
                <span class="font-mono">{props.user.referralCode}</span>
                <CopyButton text={props.user.referralCode} label={t('settings.copyCode')} />
              </span>
            ),
          },
          { label: t('settings.memberSince'), value: date(props.user.createdAt) },
        ]}
      />
      <div>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          {t('ui.save')}
        </Button>
      </div>
    </Form>
  )
}
