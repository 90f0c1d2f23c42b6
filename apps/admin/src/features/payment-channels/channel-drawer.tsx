import type { ChannelAdminDto, ChannelTrialDto } from '@mozhou/contracts/payments/answers'
import type { ChannelKeysInput } from '@mozhou/contracts/payments/inputs'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { createForm } from '@mozhou/ui/forms/create-form'
import { useMutation } from '@tanstack/solid-query'
import { Show, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { channelFormOf, channelInputOf } from './channel-form-values.ts'
import { ChannelForm } from './channel-form.tsx'
import { ChannelTrial } from './channel-trial.tsx'
import { useChannelChanged } from './use-channel-changed.ts'
import { useI18n } from './words.ts'

/** Keys of one channel: tried as they stand in the form, then saved. */
export function ChannelDrawer(props: { channel: ChannelAdminDto; onClose: () => void }) {
  const { t } = useI18n()
  const { channel, revision } = untrack(() => props.channel)
  const changed = useChannelChanged()
  const form = createForm({
    initial: untrack(() => channelFormOf(props.channel)),
    toInput: (values) => channelInputOf(channel, values),
    schema: () => import('@mozhou/contracts/payments/inputs').then((module) => module.channelKeysInput),
  })
  /** Null where the form is not fit to be sent; it says why then. */
  async function input(): Promise<ChannelKeysInput | null> {
    const values = await form.check()
    return values && channelInputOf(channel, values)
  }
  const onError = (cause: unknown) =>
    form.showIssues(toShownError(cause).fields.map((issue) => ({ ...issue, path: issue.path.replace(/^keys\./, '') })))
  const trial = useMutation(() => ({
    mutationFn: async (): Promise<ChannelTrialDto | null> => {
      const keys = await input()
      return keys && api.paymentChannels.try.mutate({ channel, keys })
    },
    onError,
  }))
  const save = useMutation(() => ({
    mutationFn: async () => {
      const keys = await input()
      if (!keys) return
      await changed(await api.paymentChannels.save.mutate({ keys, revision }))
      toastSuccess({ title: t('channels.saved') })
      props.onClose()
    },
    onError,
  }))
  return (
    <Dialog
      isOpen
      onClose={() => props.onClose()}
      placement="drawer"
      size="md"
      title={t('channels.editTitle', t(`channels.nameOf.${channel}`))}
      description={t('channels.editHint')}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button isPending={trial.isPending} onClick={() => trial.mutate()}>
            {t('channels.try')}
          </Button>
          <Button
            variant="primary"
            isPending={save.isPending}
            onClick={() => {
              if (!save.isPending) save.mutate()
            }}
          >
            {t('channels.save')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-5">
        <ChannelForm form={form} channel={props.channel} />
        <p class="text-xs text-ink-3">{t('channels.tryHint')}</p>
        <Show when={trial.data}>{(done) => <ChannelTrial trial={done()} />}</Show>
        <Refusal error={save.error ?? trial.error} />
      </div>
    </Dialog>
  )
}
