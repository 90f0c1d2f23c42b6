import { apiKeyScopes, apiKeyScopeTitles } from '@mozhou/contracts/api-key-scopes'
import type { ApiKeyScope } from '@mozhou/contracts/api-key-scopes'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { Button } from '@mozhou/ui/components/button.tsx'
import { CopyButton } from '@mozhou/ui/components/copy-button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Select } from '@mozhou/ui/components/select.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { api } from '../../api.ts'
import { useI18n } from './words.ts'
import { myApiKeys } from './queries.ts'

const lifetimes = ['30', '90', '365', 'never'] as const

interface Values {
  name: string
  scopes: ApiKeyScope[]
  expiresInDays: string
}
const empty: Values = { name: '', scopes: ['writing', 'creations:read'], expiresInDays: '90' }
const toInput = (values: Values) => ({
  name: values.name,
  scopes: values.scopes,
  expiresInDays: values.expiresInDays === 'never' ? null : Number(values.expiresInDays),
})

interface ApiKeyDialogProps {
  isOpen: boolean
  onClose: () => void
}

/** First the form, then the key: once, and never again. One dialog for both, for a second one would open as the first closes. */
export function ApiKeyDialog(props: ApiKeyDialogProps) {
  const { t } = useI18n()
  const [key, setKey] = createSignal<string | null>(null)
  const maker = useMakeKey(setKey)
  function close() {
    setKey(null)
    props.onClose()
  }
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={close}
      title={key() === null ? t('apiKeys.makeTitle') : t('apiKeys.created')}
      description={key() === null ? t('apiKeys.makeHint') : t('apiKeys.createdHint')}
      footer={
        <Show
          when={key() === null}
          fallback={
            <Button variant="primary" onClick={close}>
              {t('apiKeys.done')}
            </Button>
          }
        >
          <Button onClick={close}>{t('ui.cancel')}</Button>
          <Button variant="primary" isPending={maker.make.isPending} onClick={() => maker.make.mutate()}>
            {t('apiKeys.make')}
          </Button>
        </Show>
      }
    >
      <Show when={key()} fallback={<KeyForm maker={maker} />}>
        {(made) => (
          <p class="flex items-center gap-2 rounded-md bg-sunken px-3 py-2">
            <code class="min-w-0 flex-1 text-sm break-all">{made()}</code>
            <CopyButton text={made()} label={t('apiKeys.copy')} />
          </p>
        )}
      </Show>
    </Dialog>
  )
}

function useMakeKey(onMade: (key: string) => void) {
  const client = useQueryClient()
  const form = createForm<Values>({
    initial: empty,
    toInput,
    schema: () => import('@mozhou/contracts/api-keys/inputs').then((module) => module.createApiKeyInput),
  })
  const make = useMutation(() => ({
    mutationFn: async () => {
      const values = await form.check()
      if (!values) return
      const { key } = await api.apiKeys.create.mutate(toInput(values))
      form.reset(empty)
      onMade(key)
      await client.invalidateQueries({ queryKey: myApiKeys().queryKey })
    },
    onError: (cause) => form.showIssues(toShownError(cause).fields),
  }))
  return { form, make }
}

function KeyForm(props: { maker: ReturnType<typeof useMakeKey> }) {
  const { t, number, fieldIssue } = useI18n()
  const form = () => props.maker.form
  const wrong = (name: keyof Values, label: string) => {
    const issue = form().issue(name)
    return issue ? fieldIssue(label, issue) : null
  }
  return (
    <div class="flex flex-col gap-4">
      <Refusal error={props.maker.make.error} />
      <Field label={t('apiKeys.name')} error={wrong('name', t('apiKeys.name'))} isRequired>
        <TextInput
          maxLength={60}
          placeholder={t('apiKeys.namePlaceholder')}
          value={form().values().name}
          onValueChange={(value) => form().set('name', value)}
        />
      </Field>
      <ScopeChoice
        scopes={form().values().scopes}
        error={wrong('scopes', t('apiKeys.scopesLabel'))}
        onChange={(scopes) => form().set('scopes', scopes)}
      />
      <Field label={t('apiKeys.expiresInDays')}>
        <Select
          value={form().values().expiresInDays}
          onValueChange={(value) => form().set('expiresInDays', value)}
          options={lifetimes.map((value) => ({
            value,
            label: value === 'never' ? t('apiKeys.never') : t('apiKeys.days', number(Number(value))),
          }))}
        />
      </Field>
    </div>
  )
}

interface ScopeChoiceProps {
  scopes: readonly ApiKeyScope[]
  error: string | null
  onChange: (scopes: ApiKeyScope[]) => void
}

function ScopeChoice(props: ScopeChoiceProps) {
  const { t, pick } = useI18n()
  const toggled = (scope: ApiKeyScope) =>
    apiKeyScopes.filter((one) => (one === scope ? !props.scopes.includes(one) : props.scopes.includes(one)))
  return (
    <fieldset>
      <legend class="mb-2 text-sm font-medium">{t('apiKeys.scopesLabel')}</legend>
      <div class="flex flex-col gap-2">
        <For each={apiKeyScopes}>
          {(scope) => (
            <label class="flex cursor-pointer items-start gap-2 text-sm">
              <input
                type="checkbox"
                class="mt-1 accent-accent"
                checked={props.scopes.includes(scope)}
                onChange={() => props.onChange(toggled(scope))}
              />
              <span>{pick(apiKeyScopeTitles[scope])}</span>
            </label>
          )}
        </For>
      </div>
      <Show when={props.error}>
        <p class="mt-1 text-xs text-danger" role="alert">
          {props.error}
        </p>
      </Show>
    </fieldset>
  )
}
