import type { OperatorPublicationDto } from '@mozhou/contracts/publications/operator-answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { For, Show } from 'solid-js'
import { useI18n } from './words.ts'

type Publication = OperatorPublicationDto

/** Submissions, evidence and the course of one publication. */
export function PublicationStory(props: { publication: Publication }) {
  return (
    <>
      <Attempts rows={props.publication.attempts} />
      <Evidence rows={props.publication.evidence} />
      <History rows={props.publication.history} />
    </>
  )
}

/** The platform took nothing from us: the work was put into its author’s hands. */
const isHanded = ({ route, status }: Publication['attempts'][number]) =>
  status === 'accepted' && (route === 'assisted' || route === 'handoff')

function Attempts(props: { rows: Publication['attempts'] }) {
  const { t, pick, number, exactTime } = useI18n()
  const why = ({ reason, detail }: Publication['attempts'][number]) =>
    [reason && t(`publications.reasonOf.${reason}`), detail && pick(detail)].filter(Boolean).join(' · ')
  return (
    <section>
      <h3 class="mb-1 text-sm font-semibold">{t('publications.attempts')}</h3>
      <Show when={props.rows.length > 0} fallback={<p class="text-sm text-ink-3">{t('publications.noAttempts')}</p>}>
        <ol class="divide-y divide-line text-sm">
          <For each={props.rows}>
            {(row) => (
              <li class="py-2">
                <p class="flex flex-wrap items-center gap-2">
                  {t('publications.attempt', number(row.ordinal))}
                  <Badge>
                    {isHanded(row) ? t('publications.handedOver') : t(`publications.attemptOf.${row.status}`)}
                  </Badge>
                  <span class="text-xs text-ink-3">
                    {exactTime(row.startedAt)} · {t(`publications.routeOf.${row.route}`)}
                  </span>
                </p>
                <Show when={why(row)}>{(words) => <p class="text-xs wrap-anywhere text-ink-2">{words()}</p>}</Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </section>
  )
}

function Evidence(props: { rows: Publication['evidence'] }) {
  const { t, number, exactTime } = useI18n()
  const proof = ({ confirms }: Publication['evidence'][number]) =>
    confirms && t(confirms === 'platform_confirmed' ? 'publications.provesPlatform' : 'publications.provesPerson')
  const marks = (row: Publication['evidence'][number]) =>
    [
      row.source,
      row.externalId,
      row.httpStatus === null ? null : `HTTP ${row.httpStatus}`,
      row.vendorCode,
      row.requestId,
      row.answerHash && `${t('publications.hash')} ${row.answerHash}`,
    ].filter(Boolean)
  return (
    <section>
      <h3 class="mb-1 text-sm font-semibold">{t('publications.evidence')}</h3>
      <Show when={props.rows.length > 0} fallback={<p class="text-sm text-ink-3">{t('publications.noEvidence')}</p>}>
        <ol class="divide-y divide-line text-sm">
          <For each={props.rows}>
            {(row) => (
              <li class="py-2">
                <p class="flex flex-wrap items-center gap-2">
                  {row.kind === 'submission_answer' && row.by === 'user'
                    ? t('publications.handedOver')
                    : t(`publications.evidenceOf.${row.kind}`)}
                  <Show when={proof(row)}>
                    {(words) => (
                      <Badge tone={row.confirms === 'platform_confirmed' ? 'success' : 'neutral'}>{words()}</Badge>
                    )}
                  </Show>
                  <Show when={row.page}>{(page) => <Badge>{t(`publications.pageOf.${page()}`)}</Badge>}</Show>
                  <span class="text-xs text-ink-3">
                    {exactTime(row.at)}
                    <Show when={row.seenCount > 1}>
                      {' · '}
                      {t('publications.seenAgain', number(row.seenCount), exactTime(row.lastAt))}
                    </Show>
                  </span>
                </p>
                <Show when={row.url}>
                  {(url) => (
                    <a
                      href={url()}
                      target="_blank"
                      rel="noreferrer"
                      class="text-xs break-all text-accent-text hover:underline"
                    >
                      {url()}
                    </a>
                  )}
                </Show>
                <p class="font-mono text-xs break-all text-ink-3">{marks(row).join(' · ')}</p>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </section>
  )
}

function History(props: { rows: Publication['history'] }) {
  const { t, pick, exactTime } = useI18n()
  const why = ({ reason, detail }: Publication['history'][number]) =>
    [reason && t(`publications.reasonOf.${reason}`), detail && pick(detail)].filter(Boolean).join(' · ')
  return (
    <section>
      <h3 class="mb-1 text-sm font-semibold">{t('publications.history')}</h3>
      <ol class="divide-y divide-line text-sm">
        <For each={props.rows}>
          {(row) => (
            <li class="py-2">
              {t(`publications.statusOf.${row.to}`)}{' '}
              <span class="text-xs text-ink-3">
                {t(`publications.sourceOf.${row.source}`)} · {exactTime(row.at)}
              </span>
              <Show when={why(row)}>{(words) => <p class="text-xs wrap-anywhere text-ink-2">{words()}</p>}</Show>
            </li>
          )}
        </For>
      </ol>
    </section>
  )
}
