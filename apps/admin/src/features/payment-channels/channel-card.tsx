import type { ChannelAdminDto } from '@mozhou/contracts/payments/answers'
import { channelSecrets } from '@mozhou/contracts/payments/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { ConfirmDialog } from '@mozhou/ui/components/confirm-dialog.tsx'
import { CopyButton } from '@mozhou/ui/components/copy-button.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { Switch } from '@mozhou/ui/components/switch.tsx'
import { toastError, toastSuccess } from '@mozhou/ui/components/toast.tsx'
import { useMutation } from '@tanstack/solid-query'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { usePermissions } from '../accounts/use-permissions.ts'
import { markText } from './channel-form.tsx'
import { ChannelTrial } from './channel-trial.tsx'
import { useChannelChanged } from './use-channel-changed.ts'
import { useI18n } from './words.ts'

/** One channel: how it stands, what is set, and what an administrator can do about it. */
export function ChannelCard(props: { channel: ChannelAdminDto; onEdit: () => void }) {
  const { t } = useI18n()
  const may = usePermissions()
  const name = () => t(`channels.nameOf.${props.channel.channel}`)
  const trial = useMutation(() => ({
    mutationFn: () => api.paymentChannels.try.mutate({ channel: props.channel.channel, keys: null }),
  }))
  return (
    <Card title={name()} aside={<ChannelBadges channel={props.channel} />}>
      <div class="flex flex-col gap-4">
        <StateNotice channel={props.channel} />
        <ChannelFacts channel={props.channel} />
        <Show when={may('channel:write')}>
          <OfferSwitch channel={props.channel} />
          <div class="flex flex-wrap gap-2">
            <Button
              size="sm"
              variant="primary"
              aria-label={`${t('channels.edit')} ${name()}`}
              onClick={() => props.onEdit()}
            >
              {t('channels.edit')}
            </Button>
            <Show when={props.channel.origin !== null && !props.channel.isUnreadable}>
              <Button
                size="sm"
                aria-label={`${t('channels.try')} ${name()}`}
                title={t('channels.tryHint')}
                isPending={trial.isPending}
                onClick={() => trial.mutate()}
              >
                {t('channels.try')}
              </Button>
            </Show>
            <Show when={props.channel.origin === 'admin'}>
              <ClearButton channel={props.channel} />
            </Show>
          </div>
          <Refusal error={trial.error} />
          <Show when={trial.data}>{(done) => <ChannelTrial trial={done()} />}</Show>
        </Show>
      </div>
    </Card>
  )
}

function ChannelBadges(props: { channel: ChannelAdminDto }) {
  const { t } = useI18n()
  const state = () => {
    if (props.channel.isUnreadable) return { tone: 'danger', label: t('channels.unreadable') } as const
    if (props.channel.origin === null) return { tone: 'neutral', label: t('channels.unset') } as const
    return props.channel.isSandbox
      ? ({ tone: 'warning', label: t('channels.sandbox') } as const)
      : ({ tone: 'success', label: t('channels.live') } as const)
  }
  return (
    <span class="flex gap-2">
      <Show when={!props.channel.isOn}>
        <Badge>{t('channels.off')}</Badge>
      </Show>
      <Badge tone={state().tone}>{state().label}</Badge>
    </span>
  )
}

function StateNotice(props: { channel: ChannelAdminDto }) {
  const { t } = useI18n()
  const notice = () => {
    if (props.channel.isUnreadable) return { tone: 'danger', text: t('channels.unreadableHint') } as const
    if (props.channel.origin === null) return { tone: 'warning', text: t('channels.unsetHint') } as const
    return props.channel.isSandbox ? ({ tone: 'info', text: t('channels.sandboxHint') } as const) : null
  }
  return <Show when={notice()}>{(said) => <Notice tone={said().tone}>{said().text}</Notice>}</Show>
}

function ChannelFacts(props: { channel: ChannelAdminDto }) {
  const { t, exactTime } = useI18n()
  const shown = () => {
    const { values } = props.channel
    if (values === null) return []
    const rows = [{ label: t('channels.fields.appId'), value: values.appId }]
    return values.channel === 'alipay'
      ? [...rows, { label: t('channels.fields.sellerId'), value: values.sellerId }]
      : [...rows, { label: t('channels.fields.merchantId'), value: values.merchantId }]
  }
  const secrets = () =>
    channelSecrets[props.channel.channel].map((name) => {
      const mark = props.channel.secrets.find((secret) => secret.name === name)?.mark
      return {
        label: t(`channels.fields.${name}`),
        value: mark === undefined ? t('channels.notSet') : markText(t, name, mark),
      }
    })
  const rows = () => [
    ...(props.channel.origin === null
      ? []
      : [{ label: t('channels.origin'), value: t(`channels.origins.${props.channel.origin}`) }]),
    ...shown(),
    ...(props.channel.origin === 'sandbox' ? [] : secrets()),
    {
      label: t('channels.notifyUrl'),
      value: (
        <span class="flex items-center justify-end gap-1">
          <span class="min-w-0 break-all">{props.channel.notifyUrl}</span>
          <CopyButton text={props.channel.notifyUrl} label={t('channels.copyNotifyUrl')} />
        </span>
      ),
    },
    ...(props.channel.updatedAt === null
      ? []
      : [{ label: t('channels.updatedAt'), value: exactTime(props.channel.updatedAt) }]),
  ]
  return <DetailsList rows={rows()} />
}

function OfferSwitch(props: { channel: ChannelAdminDto }) {
  const { t, error } = useI18n()
  const changed = useChannelChanged()
  const turn = useMutation(() => ({
    mutationFn: (isOn: boolean) => api.paymentChannels.setOn.mutate({ channel: props.channel.channel, isOn }),
    onSuccess: async (saved: ChannelAdminDto) => {
      const name = t(`channels.nameOf.${saved.channel}`)
      toastSuccess({ title: t(saved.isOn ? 'channels.switchedOn' : 'channels.switchedOff', name) })
      await changed(saved)
    },
    onError: (cause: unknown) => toastError({ title: error(cause) }),
  }))
  return (
    <Switch
      isOn={props.channel.isOn}
      isDisabled={turn.isPending}
      onChange={(isOn) => turn.mutate(isOn)}
      label={t('channels.offer')}
      hint={t('channels.offerHint')}
    />
  )
}

function ClearButton(props: { channel: ChannelAdminDto }) {
  const { t } = useI18n()
  const changed = useChannelChanged()
  const [isOpen, setIsOpen] = createSignal(false)
  const clear = useMutation(() => ({
    mutationFn: () => {
      const { channel, revision } = props.channel
      return api.paymentChannels.clear.mutate({ channel, revision })
    },
    onSuccess: async (saved: ChannelAdminDto) => {
      toastSuccess({ title: t('channels.cleared') })
      setIsOpen(false)
      await changed(saved)
    },
  }))
  const name = () => t(`channels.nameOf.${props.channel.channel}`)
  return (
    <>
      <Button size="sm" variant="ghost" class="text-danger" onClick={() => setIsOpen(true)}>
        {t('channels.clear')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen()}
        onClose={() => setIsOpen(false)}
        isDanger
        title={t('channels.clearTitle', name())}
        description={t('channels.clearHint')}
        action={t('channels.clear')}
        isPending={clear.isPending}
        onConfirm={() => clear.mutate()}
      >
        <Refusal error={clear.error} />
      </ConfirmDialog>
    </>
  )
}
