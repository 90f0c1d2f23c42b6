import type { GenerationPageDto } from '@mozhou/contracts/generations/admin-answers'
import { useCrumb } from '@mozhou/ui/app/crumb'
import { Page } from '@mozhou/ui/app/page.tsx'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { Notice } from '@mozhou/ui/components/notice.tsx'
import { Link, useParams } from '@tanstack/solid-router'
import { For, Show } from 'solid-js'
import { PersonLink } from '../accounts/person-link.tsx'
import { AttemptList } from './attempt-list.tsx'
import { GenerationActions } from './generation-actions.tsx'
import { GenerationMoney } from './generation-money.tsx'
import { generationDetail } from './queries.ts'
import { useFailureText } from './use-failure-text.ts'
import { GenerationState } from './status-badge.tsx'
import { useI18n } from './words.ts'

/** One run: what it was for, what it cost, which models were called and what they said, what it left, and what people did about it. */
export function GenerationPage() {
  const params = useParams({ from: '/app/generations/$generationId' })
  const generation = useQuery(() => generationDetail(params().generationId))
  return <Loaded query={generation}>{(loaded) => <Run generation={loaded()} />}</Loaded>
}

function Run(props: { generation: GenerationPageDto }) {
  const { t, number, pick } = useI18n()
  const title = () =>
    t('generations.title', t(`generationKinds.${props.generation.kind}`), number(props.generation.ordinal))
  const failureText = useFailureText()
  useCrumb(title)
  return (
    <Page
      title={title()}
      subtitle={pick(props.generation.work.toolTitle)}
      aside={<GenerationActions generation={props.generation} />}
    >
      <div class="flex flex-col gap-4">
        <Show when={props.generation.failure}>
          {(code) => (
            <Notice tone="warning" title={failureText(code())}>
              {props.generation.status === 'failed' ? t('generations.noRetry') : null}
            </Notice>
          )}
        </Show>
        <div class="grid items-start gap-4 lg:grid-cols-2">
          <Facts generation={props.generation} />
          <GenerationMoney generation={props.generation} />
        </div>
        <Card title={t('generations.attempts')}>
          <AttemptList attempts={props.generation.attempts} />
        </Card>
        <Handled generation={props.generation} />
      </div>
    </Page>
  )
}

function Facts(props: { generation: GenerationPageDto }) {
  const { t, exactTime } = useI18n()
  const moment = (iso: string | null) => (iso === null ? '—' : exactTime(iso))
  const title = () => {
    const { title: named, state } = props.generation.work
    if (state === 'purged') return t('receipt.purged')
    return named === null ? t('generations.hiddenTitle') : named || t('receipt.untitled')
  }
  return (
    <Card title={t('generations.work')} aside={<GenerationState status={props.generation.status} />}>
      <DetailsList
        rows={[
          { label: t('generations.id'), value: <code class="text-xs break-all">{props.generation.id}</code> },
          { label: t('generations.person'), value: <PersonLink person={props.generation.person} /> },
          { label: t('generations.work'), value: title() },
          { label: t('generations.model'), value: props.generation.model ?? '—' },
          { label: t('generations.prompt'), value: props.generation.promptVersion ?? '—' },
          { label: t('generations.requestedAt'), value: moment(props.generation.createdAt) },
          { label: t('generations.acceptedAt'), value: moment(props.generation.acceptedAt) },
          { label: t('generations.startedAt'), value: moment(props.generation.startedAt) },
          { label: t('generations.finishedAt'), value: moment(props.generation.finishedAt) },
          { label: t('generations.version'), value: <Left generation={props.generation} /> },
        ]}
      />
      <Show when={props.generation.siblings.length > 1}>
        <Siblings generation={props.generation} />
      </Show>
    </Card>
  )
}

/** How much the run left, not what. */
function Left(props: { generation: GenerationPageDto }) {
  const { t, number } = useI18n()
  return (
    <Show when={props.generation.version} fallback={t('generations.noVersion')}>
      {(version) =>
        [
          t('generations.versionOf', number(version().ordinal), number(version().wordCount)),
          version().isIncomplete ? t('generations.incomplete') : '',
          version().isPartial ? t('generations.partial') : '',
        ]
          .filter(Boolean)
          .join(' · ')
      }
    </Show>
  )
}

function Siblings(props: { generation: GenerationPageDto }) {
  const { t, number } = useI18n()
  const others = () => props.generation.siblings.filter(({ id }) => id !== props.generation.id)
  return (
    <section class="mt-4">
      <h3 class="mb-1 text-xs font-medium text-ink-3">{t('generations.siblings')}</h3>
      <ul class="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <For each={others()}>
          {(other) => (
            <li class="flex items-center gap-2">
              <Link
                to="/generations/$generationId"
                params={{ generationId: other.id }}
                class="rounded-sm text-accent-text hover:underline"
              >
                {t('generations.title', t(`generationKinds.${other.kind}`), number(other.ordinal))}
              </Link>
              <GenerationState status={other.status} />
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

function Handled(props: { generation: GenerationPageDto }) {
  const { t, exactTime } = useI18n()
  return (
    <Card title={t('generations.acknowledgements')}>
      <ul class="divide-y divide-line text-sm">
        <For
          each={props.generation.acknowledgements}
          fallback={<li class="text-ink-3">{t('generations.noAcknowledgements')}</li>}
        >
          {(done) => (
            <li class="py-2">
              {done.note}
              <span class="block text-xs text-ink-3">
                {done.actor} · {exactTime(done.createdAt)}
              </span>
            </li>
          )}
        </For>
      </ul>
    </Card>
  )
}
