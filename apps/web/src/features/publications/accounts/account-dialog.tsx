import type { PlatformAccountDto } from '@mozhou/contracts/publications/answers'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { NumberInput } from '@mozhou/ui/components/number-input.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import { TextInput } from '@mozhou/ui/components/text-input.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { Show, untrack } from 'solid-js'
import { calls } from '../calls.ts'
import { tellPublications } from '../queries.ts'
import { useI18n } from '../words.ts'
import { PlatformSetup } from './platform-setup.tsx'

const usualWindow = { from: 8, to: 23 }

/** How an account is shown, how often it publishes, and when. */
export function AccountDialog(props: { account: PlatformAccountDto; onClose: () => void }) {
  const { t, fieldIssue } = useI18n()
  const client = useQueryClient()
  const form = createForm({
    initial: untrack(() => {
      const { name, paceMinutes, window } = props.account
      return { accountId: props.account.id, name, paceMinutes, window }
    }),
    schema: () => import('@mozhou/contracts/publications/inputs').then((module) => module.saveAccountInput),
  })
  const save = useMutation(() => ({
    mutationFn: async () => {
      const values = await form.check()
      return values && calls.saveAccount.mutate(values)
    },
    onError: (cause: unknown) => form.showIssues(toShownError(cause).fields),
    onSuccess: async (saved) => {
      if (!saved) return
      toastSuccess({ title: t('publishAccounts.saved') })
      props.onClose()
      await tellPublications(client)
    },
  }))
  const labels = () => ({
    name: t('publishAccounts.name'),
    paceMinutes: t('publishAccounts.paceLabel'),
    window: t('publishAccounts.windowLabel'),
  })
  const wrong = (field: keyof ReturnType<typeof labels>) => {
    const issue = form.issue(field)
    return issue && fieldIssue(labels()[field], issue)
  }
  return (
    <Dialog
      isOpen
      size="sm"
      onClose={() => props.onClose()}
      title={t('publishAccounts.settingsOf', props.account.name)}
      description={t('publishAccounts.settingsHint')}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button variant="primary" isPending={save.isPending} onClick={() => save.mutate()}>
            {t('publishAccounts.save')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <Field label={labels().name} error={wrong('name')}>
          <TextInput value={form.values().name} onValueChange={(value) => form.set('name', value)} />
        </Field>
        <Field label={labels().paceMinutes} error={wrong('paceMinutes')}>
          <NumberInput
            min={0}
            max={1_440}
            value={form.values().paceMinutes}
            onValueChange={(value) => form.set('paceMinutes', value)}
          />
        </Field>
        <Switch
          label={labels().window}
          hint={t('publishAccounts.windowHint')}
          isOn={form.values().window !== null}
          onChange={(isOn) => form.set('window', isOn ? usualWindow : null)}
        />
        <Show when={form.values().window}>
          {(window) => (
            <div class="grid grid-cols-2 gap-3">
              <Field label={t('publishAccounts.windowFrom')} error={wrong('window')}>
                <NumberInput
                  min={0}
                  max={23}
                  value={window().from}
                  onValueChange={(from) => form.set('window', { ...window(), from })}
                />
              </Field>
              <Field label={t('publishAccounts.windowTo')}>
                <NumberInput
                  min={1}
                  max={24}
                  value={window().to}
                  onValueChange={(to) => form.set('window', { ...window(), to })}
                />
              </Field>
            </div>
          )}
        </Show>
        <Show when={props.account.setup}>{(setup) => <PlatformSetup setup={setup()} />}</Show>
        <Refusal error={save.error} />
      </div>
    </Dialog>
  )
}
