import { createRequestKeys } from '@mozhou/ui/api/request-key'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { supportLimits } from '@mozhou/contracts/support/kinds'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { TextArea } from '@mozhou/ui/components/text-area.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useNavigate, useSearch } from '@tanstack/solid-router'
import { createSignal, untrack } from 'solid-js'
import { api } from '../../api.ts'
import type { Attached } from './attached.ts'
import { attachedFrom, toLink } from './attached.ts'
import { AttachField } from './attach-field.tsx'
import { conversationById, supportKey } from './queries.ts'
import { UsualAnswerCard } from './usual-answer-card.tsx'
import { useI18n } from './words.ts'

export function NewConversationPage() {
  const { t } = useI18n()
  return (
    <Page title={t('support.newTitle')} subtitle={t('support.newSubtitle')}>
      <div class="grid items-start gap-5 xl:grid-cols-[minmax(0,48rem)_20rem]">
        <NewConversation />
        <UsualAnswerCard />
      </div>
    </Page>
  )
}

/** For checking only; the real key is made when the request is sent. */
const anyKey = '00000000-0000-4000-8000-000000000000'

function NewConversation() {
  const { t, fieldIssue } = useI18n()
  const client = useQueryClient()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/support/new' })
  const keys = createRequestKeys()
  const [attached, setAttached] = createSignal<Attached>(untrack(() => attachedFrom(search())))
  const form = createForm({
    initial: { subject: '', text: '' },
    toInput: (values) => ({ ...values, requestKey: anyKey }),
    schema: () => import('@mozhou/contracts/support/inputs').then((module) => module.openConversationInput),
  })
  const open = useMutation(() => ({
    mutationFn: async (values: { subject: string; text: string }) => {
      const asked = { ...values, ...toLink(attached()) }
      return api.support.open.mutate({ ...asked, requestKey: keys.keyFor(asked) })
    },
    onSuccess: async (made) => {
      keys.answered()
      client.setQueryData(conversationById(made.id).queryKey, made)
      await client.invalidateQueries({ queryKey: [...supportKey, 'list'] })
      await navigate({ to: '/support/$conversationId', params: { conversationId: made.id }, replace: true })
    },
    onError: (cause) => {
      keys.failed(cause)
      form.showIssues(toShownError(cause).fields)
    },
  }))
  const send = async () => {
    const values = await form.check()
    if (values && !open.isPending) open.mutate(values)
  }
  const wrong = (name: 'subject' | 'text') => {
    const issue = form.issue(name)
    return issue && fieldIssue(t(`support.${name}`), issue)
  }
  return (
    <Card>
      <form
        class="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Field label={t('support.subject')} error={wrong('subject')} isRequired>
          <TextInput
            placeholder={t('support.subjectPlaceholder')}
            value={form.values().subject}
            onValueChange={(subject) => form.set('subject', subject)}
          />
        </Field>
        <Field label={t('support.text')} error={wrong('text')} isRequired>
          <TextArea
            rows={7}
            placeholder={t('support.textPlaceholder')}
            maxLength={supportLimits.textLength}
            value={form.values().text}
            onValueChange={(text) => form.set('text', text)}
          />
        </Field>
        <AttachField attached={attached()} onChange={setAttached} />
        <Refusal error={open.error} />
        <div class="flex justify-end">
          <Button type="submit" variant="primary" isPending={open.isPending}>
            {t('support.send')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
