import type { BeginBindingDto } from '@mozhou/contracts/withdrawals/answers'
import { toShownError } from '@mozhou/ui/wire/wire-error'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { QrCode } from '@mozhou/ui/components/qr-code.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { useMutation } from '@tanstack/solid-query'
import { createEffect, Match, Show, Switch, untrack } from 'solid-js'
import { api } from '../../api.ts'
import { payeeBinding } from './queries.ts'
import { useI18n } from './words.ts'

/** Who somebody is in WeChat says their own scan; nobody could type it. `onBound`: it may be saved under that; empty, under none any more. */
export function BindWechat(props: { onBound: (bindingId: string) => void; error: string | null }) {
  const { t } = useI18n()
  const begin = useMutation(() => ({ mutationFn: () => api.withdrawals.beginBinding.mutate() }))
  const again = () => {
    props.onBound('')
    begin.mutate()
  }
  const isOff = () => begin.error !== null && toShownError(begin.error).code === 'CHANNEL_NOT_OFFERED'
  return (
    <div class="flex flex-col items-start gap-3">
      <Show
        when={begin.data}
        keyed
        fallback={
          <>
            <p class="text-sm text-ink-2">{t('withdrawals.bindHint')}</p>
            <Button isPending={begin.isPending} onClick={() => begin.mutate()}>
              {t('withdrawals.bind')}
            </Button>
          </>
        }
      >
        {(start) => <Scan start={start} onBound={props.onBound} onAgain={again} />}
      </Show>
      <Show when={isOff()} fallback={<Refusal error={begin.error} />}>
        <Notice tone="warning">{t('withdrawals.bindOff')}</Notice>
      </Show>
      <Show when={props.error}>
        {(error) => (
          <p class="text-sm text-danger" role="alert">
            {error()}
          </p>
        )}
      </Show>
    </div>
  )
}

/** `onAgain`, also of one that is bound: left unsaved for half an hour it is of no use any more. */
export function Scan(props: { start: BeginBindingDto; onBound: (bindingId: string) => void; onAgain: () => void }) {
  const { t } = useI18n()
  const binding = useQuery(() => payeeBinding(props.start.bindingId))
  const status = () => binding.data?.status ?? 'waiting'
  createEffect(() => {
    // The form that is told reads itself: it must not run this again.
    if (status() === 'bound') untrack(() => props.onBound(props.start.bindingId))
  })
  return (
    <Switch fallback={<Code start={props.start} />}>
      <Match when={status() === 'bound'}>
        <div class="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p class="flex items-center gap-2 text-sm" role="status">
            <Badge tone="success">{t('withdrawals.bound')}</Badge>
            {t('withdrawals.boundAs', binding.data?.accountMark ?? '')}
          </p>
          <Button size="sm" onClick={() => props.onAgain()}>
            {t('withdrawals.bindAgain')}
          </Button>
        </div>
      </Match>
      <Match when={status() === 'expired' || status() === 'failed' || binding.isError}>
        <Notice
          tone="warning"
          action={
            <Button size="sm" onClick={() => props.onAgain()}>
              {t('withdrawals.bindAgain')}
            </Button>
          }
        >
          {t('withdrawals.bindLapsed')}
        </Notice>
      </Match>
    </Switch>
  )
}

function Code(props: { start: BeginBindingDto }) {
  const { t } = useI18n()
  return (
    <div class="flex flex-col items-center gap-3 self-center">
      <QrCode text={props.start.url} label={t('withdrawals.bindQr')} />
      <p class="text-sm font-medium">{t('withdrawals.bindScan')}</p>
      <p class="text-xs text-ink-3 md:hidden">{t('withdrawals.bindPhone')}</p>
      <Show when={props.start.sandboxUrl}>
        {(url) => (
          <a href={url()} target="_blank" rel="noopener" class={buttonClass({ variant: 'secondary' })}>
            {t('withdrawals.bindPlay')}
          </a>
        )}
      </Show>
    </div>
  )
}
