import type { DeletionPreviewDto, LostDto } from '@mozhou/contracts/account-deletion/answers'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { formatBytes } from '@mozhou/ui/i18n/format-bytes'
import { Link } from '@tanstack/solid-router'
import { For, Show } from 'solid-js'
import { DeleteForm } from './delete-form.tsx'
import { deletionPreview } from './queries.ts'
import { useI18n } from './words.ts'

/** What goes with the account, what is in the way of that, and the form that asks for it. */
export function DeleteAccountPage() {
  const { t } = useI18n()
  const preview = useQuery(() => deletionPreview())
  return (
    <Page title={t('deletion.title')} subtitle={t('deletion.subtitle')}>
      <Loaded query={preview}>{(loaded) => <Deletion preview={loaded()} />}</Loaded>
    </Page>
  )
}

export function Deletion(props: { preview: DeletionPreviewDto }) {
  const { t } = useI18n()
  return (
    <div class="flex max-w-2xl flex-col gap-5">
      <Card title={t('deletion.lost')}>
        <Lost lost={props.preview.lost} />
      </Card>
      <Card title={t('deletion.kept')}>
        <p class="text-sm text-ink-2">{t('deletion.keptHint')}</p>
      </Card>
      <Show when={props.preview.hindrances.length === 0} fallback={<InTheWay hindrances={props.preview.hindrances} />}>
        <DeleteForm regretDays={props.preview.regretDays} />
      </Show>
    </div>
  )
}

function Lost(props: { lost: LostDto }) {
  const { t, number, money, date } = useI18n()
  const lines = () => {
    const { credits, cashFen, memberUntil, works, files, fileBytes, renewals, pendingOrders, apiKeys } = props.lost
    return [
      credits > 0 ? t('deletion.credits', number(credits)) : null,
      cashFen > 0 ? t('deletion.cash', money(cashFen)) : null,
      memberUntil === null ? null : t('deletion.member', date(memberUntil)),
      works > 0 ? t('deletion.works', number(works)) : null,
      files > 0 ? t('deletion.files', number(files), formatBytes(fileBytes, number)) : null,
      renewals > 0 ? t('deletion.renewals') : null,
      pendingOrders > 0 ? t('deletion.pendingOrders', number(pendingOrders)) : null,
      apiKeys > 0 ? t('deletion.apiKeys', number(apiKeys)) : null,
    ].filter((line) => line !== null)
  }
  return (
    <>
      <ul class="list-disc pl-5 text-sm">
        <For each={lines()} fallback={<li class="text-ink-2">{t('deletion.nothing')}</li>}>
          {(line) => <li>{line}</li>}
        </For>
      </ul>
      <Show when={props.lost.hasPaidCredits}>
        <p class="mt-3 text-sm text-ink-2">
          {t('deletion.refundFirst')}{' '}
          <Link to="/orders" class="text-accent-text underline">
            {t('deletion.toOrders')}
          </Link>
        </p>
      </Show>
    </>
  )
}

function InTheWay(props: { hindrances: DeletionPreviewDto['hindrances'] }) {
  const { t } = useI18n()
  return (
    <Notice tone="warning" title={t('deletion.inTheWay')}>
      <ul class="list-disc pl-5">
        <For each={props.hindrances}>{(kind) => <li>{t(`deletion.hindrances.${kind}`)}</li>}</For>
      </ul>
    </Notice>
  )
}
