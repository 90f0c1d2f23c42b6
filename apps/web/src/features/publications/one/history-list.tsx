import type { PublicationDetailDto } from '@mozhou/contracts/publications/answers'
import type { PublicationAttemptStatus } from '@mozhou/contracts/publications/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { For, Show } from 'solid-js'
import { useI18n } from '../words.ts'

const attemptTones: Record<PublicationAttemptStatus, BadgeTone> = {
  submitting: 'accent',
  accepted: 'success',
  refused: 'danger',
  unknown: 'warning',
}

type Story = Pick<PublicationDetailDto, 'history' | 'attempts'>

/** Where it stood, who moved it and why; and each time that the platform was asked to take it. */
export function HistoryList(props: { publication: Story }) {
  return (
    <div class="grid gap-6 p-4 lg:grid-cols-2">
      <History rows={props.publication.history} />
      <Attempts rows={props.publication.attempts} />
    </div>
  )
}

function History(props: { rows: Story['history'] }) {
  const { t, pick, exactTime } = useI18n()
  return (
    <section aria-label={t('publishOne.history')}>
      <h3 class="mb-2 text-sm font-medium">{t('publishOne.history')}</h3>
      <ol class="flex flex-col gap-3 border-l border-line pl-4 text-sm">
        <For each={props.rows}>
          {(row) => (
            <li>
              <p>
                {t(`publish.statusOf.${row.to}`)}{' '}
                <span class="text-xs text-ink-3">
                  {t(`publishOne.sourceOf.${row.source}`)} · <time datetime={row.at}>{exactTime(row.at)}</time>
                </span>
              </p>
              <Why reason={row.reason} detail={row.detail && pick(row.detail)} />
            </li>
          )}
        </For>
      </ol>
    </section>
  )
}

/** On these ways the platform takes nothing from us: the work was put into its author’s hands. */
const isHandedOver = ({ route, status }: Story['attempts'][number]) =>
  status === 'accepted' && (route === 'assisted' || route === 'handoff')

function Attempts(props: { rows: Story['attempts'] }) {
  const { t, pick, number, exactTime } = useI18n()
  return (
    <section aria-label={t('publishOne.attempts')}>
      <h3 class="mb-2 text-sm font-medium">{t('publishOne.attempts')}</h3>
      <Show when={props.rows.length > 0} fallback={<p class="text-sm text-ink-2">{t('publishOne.noAttempts')}</p>}>
        <ol class="flex flex-col gap-3 text-sm">
          <For each={props.rows}>
            {(row) => (
              <li>
                <p class="flex flex-wrap items-center gap-2">
                  {t('publishOne.attempt', number(row.ordinal))}
                  <Badge tone={isHandedOver(row) ? 'accent' : attemptTones[row.status]}>
                    {isHandedOver(row) ? t('publishOne.handedToYou') : t(`publishOne.attemptOf.${row.status}`)}
                  </Badge>
                  <time class="text-xs text-ink-3" datetime={row.startedAt}>
                    {exactTime(row.startedAt)}
                  </time>
                </p>
                <Why reason={row.reason} detail={row.detail && pick(row.detail)} />
              </li>
            )}
          </For>
        </ol>
      </Show>
    </section>
  )
}

function Why(props: { reason: Story['history'][number]['reason']; detail: string | null }) {
  const { t } = useI18n()
  return (
    <>
      <Show when={props.reason}>
        {(reason) => <p class="text-xs text-ink-2">{t(`publish.reasonOf.${reason()}`)}</p>}
      </Show>
      <Show when={props.detail}>{(detail) => <p class="text-xs wrap-anywhere text-ink-2">{detail()}</p>}</Show>
    </>
  )
}
