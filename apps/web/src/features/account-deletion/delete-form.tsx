import { deletionWords } from '@mozhou/contracts/account-deletion/kinds'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { PasswordInput } from '@mozhou/ui/components/password-input.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { Form } from '@mozhou/ui/forms/form.tsx'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Link, useNavigate } from '@tanstack/solid-router'
import { api } from '../../api.ts'
import { deletionPreview } from './queries.ts'
import { useI18n } from './words.ts'

const words = Object.values(deletionWords)
type Name = 'currentPassword' | 'confirmation'

function useDeletion() {
  const { t, date } = useI18n()
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = createForm<Record<Name, string>>({
    initial: { currentPassword: '', confirmation: '' },
    schema: () => import('@mozhou/contracts/account-deletion/inputs').then((module) => module.requestDeletionInput),
  })
  const request = useMutation(() => ({
    mutationFn: async (regretDays: number) => {
      const values = await form.check()
      const confirmation = words.find((word) => word === values?.confirmation)
      if (!values || !confirmation) return
      const { currentPassword } = values
      const { dueAt } = await api.accountDeletion.request.mutate({ currentPassword, confirmation })
      const description = regretDays > 0 ? t('deletion.doneHint', date(dueAt)) : t('deletion.doneAtOnce')
      toastSuccess({ title: t('deletion.done'), description })
      // Every session has ended, and nothing of this person stays in this browser.
      client.clear()
      await navigate({ to: '/login' })
    },
    onError: async (cause) => {
      form.showIssues(toShownError(cause).fields)
      if (toShownError(cause).code === 'DELETION_HINDERED')
        await client.invalidateQueries({ queryKey: deletionPreview().queryKey })
    },
  }))
  return { form, request }
}

/** Password and a typed word: nobody deletes an account by a slip, or on a device that was left open. */
export function DeleteForm(props: { regretDays: number }) {
  const { t, number, locale, error } = useI18n()
  const { form, request } = useDeletion()
  const word = () => deletionWords[locale()]
  const isPasswordWrong = () => request.error !== null && toShownError(request.error).code === 'PASSWORD_WRONG'
  const passwordIssue = () => {
    if (isPasswordWrong()) return error(request.error)
    return form.issue('currentPassword') ? t('deletion.password') : null
  }
  return (
    <Card
      title={t('deletion.confirm')}
      description={props.regretDays > 0 ? t('deletion.regret', number(props.regretDays)) : t('deletion.atOnce')}
    >
      <Form
        onSubmit={() => {
          if (!request.isPending) request.mutate(props.regretDays)
        }}
      >
        <Refusal error={isPasswordWrong() ? null : request.error} />
        <Field label={t('deletion.password')} error={passwordIssue()} isRequired>
          <PasswordInput
            name="currentPassword"
            autocomplete="current-password"
            value={form.values().currentPassword}
            onValueChange={(value) => form.set('currentPassword', value)}
          />
        </Field>
        <Field
          label={t('deletion.word', word())}
          error={form.issue('confirmation') ? t('deletion.wordWrong', word()) : null}
          isRequired
        >
          <TextInput
            name="confirmation"
            autocomplete="off"
            value={form.values().confirmation}
            onValueChange={(value) => form.set('confirmation', value.trim())}
          />
        </Field>
        <div class="flex flex-wrap gap-3">
          <Button type="submit" variant="danger" isPending={request.isPending}>
            {t('deletion.submit')}
          </Button>
          <Link to="/settings" class={buttonClass({})}>
            {t('deletion.back')}
          </Link>
        </div>
      </Form>
    </Card>
  )
}
