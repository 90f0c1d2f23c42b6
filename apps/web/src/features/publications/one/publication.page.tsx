import type { PublicationDetailDto } from '@mozhou/contracts/publications/answers'
import { platforms } from '@mozhou/platforms/platforms'
import { useQuery } from '@mozhou/ui/api/use-query'
import { useCrumb } from '@mozhou/ui/app/crumb'
import { Page } from '@mozhou/ui/app/page.tsx'
import { Card } from '@mozhou/ui/components/card.tsx'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { lazyPart } from '@mozhou/ui/components/lazy-part.tsx'
import { Link, useParams } from '@tanstack/solid-router'
import ExternalLink from 'lucide-solid/icons/external-link'
import { Show } from 'solid-js'
import { PlatformMark } from '../platform-mark.tsx'
import { publicationById } from '../queries.ts'
import { addressThere, saidBy } from '../said-by.ts'
import { PublicationState } from '../status-badge.tsx'
import { useI18n } from '../words.ts'
import { ConfirmAddress } from './confirm-address.tsx'
import { GuidedCheck } from './guided-check.tsx'
import { PublicationActions } from './publication-actions.tsx'

const HandoffCard = lazyPart(() => import('./handoff-card.tsx').then((module) => module.HandoffCard))
const CorrectAddress = lazyPart(() => import('./correct-address.tsx').then((module) => module.CorrectAddress))
const PackageTabs = lazyPart(() => import('./package-tabs.tsx').then((module) => module.PackageTabs))

/** One publication: where it stands and what to do, then what went out, its evidence, and all that happened. */
export function PublicationPage() {
  const { t, pick } = useI18n()
  const params = useParams({ from: '/app/publish/$publicationId' })
  const publication = useQuery(() => publicationById(params().publicationId))
  const title = () => {
    const { data } = publication
    return data ? t('publishOne.titleOf', data.title, pick(platforms[data.platform].name)) : t('publish.title')
  }
  useCrumb(title)
  return (
    <Page title={title()} isTitleHidden>
      <Show when={params().publicationId} keyed>
        <Loaded query={publication}>
          {(data) => (
            <div class="flex flex-col gap-4">
              <StandingCard publication={data()} />
              <Show when={data().handoff && data().status === 'awaiting_user'}>
                <HandoffCard publication={data()} />
              </Show>
              <Show when={data().status === 'unconfirmed'}>
                <GuidedCheck publication={data()} />
              </Show>
              <Show when={data().can.confirm}>
                <ConfirmAddress publication={data()} />
              </Show>
              <Show when={data().can.correct}>
                <CorrectAddress publication={data()} />
              </Show>
              <PackageTabs publication={data()} />
            </div>
          )}
        </Loaded>
      </Show>
    </Page>
  )
}

function StandingCard(props: { publication: PublicationDetailDto }) {
  const { t, pick } = useI18n()
  const medium = () => {
    const { mediaId, package: pack } = props.publication
    const found = pack.media.find(({ id }) => id === mediaId)
    return found?.kind === 'file' ? found.fact.name : mediaId
  }
  return (
    <Card>
      <div class="flex flex-col gap-4">
        <div class="flex flex-wrap items-start justify-between gap-3">
          <div class="min-w-0">
            <p class="text-lg font-semibold wrap-anywhere">{props.publication.title || t('publish.untitled')}</p>
            <p class="mt-1 text-sm">
              <PlatformMark
                platform={props.publication.platform}
                account={props.publication.account.name}
                isSandbox={props.publication.account.isSandbox}
              />
            </p>
          </div>
          <PublicationState publication={props.publication} />
        </div>
        <div role="status" class="text-sm">
          <Show when={props.publication.reason}>
            {(reason) => <p class="font-medium">{t(`publish.reasonOf.${reason()}`)}</p>}
          </Show>
          <Show when={props.publication.detail}>{(detail) => <p class="wrap-anywhere">{pick(detail())}</p>}</Show>
          <Show when={medium()}>{(name) => <p class="text-ink-2">{t('publishOne.about', name())}</p>}</Show>
          <p class="text-ink-2">
            {t(`publishOne.next.${props.publication.status}`)}
            <Show when={props.publication.status === 'published' && props.publication.watchedUntil}>
              {t('publishOne.watched')}
            </Show>
          </p>
          <Show when={saidBy(props.publication)}>
            {(by) => <p class="text-ink-2">{t(`publish.confirmedHint.${by()}`)}</p>}
          </Show>
        </div>
        <Show when={addressThere(props.publication)}>{(url) => <Address url={url()} />}</Show>
        <PublicationActions publication={props.publication} />
        <Facts publication={props.publication} />
      </div>
    </Card>
  )
}

function Address(props: { url: string }) {
  const { t } = useI18n()
  return (
    <a
      href={props.url}
      target="_blank"
      rel="noreferrer"
      class="flex w-fit max-w-full items-center gap-1.5 text-sm break-all text-accent-text hover:underline"
    >
      <ExternalLink size={14} class="shrink-0" aria-hidden="true" />
      <span>
        {t('publish.seeThere')}
        <span class="block text-xs text-ink-3">{props.url}</span>
      </span>
    </a>
  )
}

function Facts(props: { publication: PublicationDetailDto }) {
  const { t, exactTime } = useI18n()
  const at = (label: string, iso: string | null) =>
    iso === null ? [] : [{ label, value: <time datetime={iso}>{exactTime(iso)}</time> }]
  const rows = () => {
    const { route, contentType, scheduledAt, publishedAt, watchedUntil, creationId, creationTitle } = props.publication
    return [
      { label: t('publishOne.route'), value: t(`publish.routeOf.${route}`) },
      { label: t('publishOne.form'), value: t(`publish.contentOf.${contentType}`) },
      {
        label: t('publish.work'),
        value: (
          <Link to="/creations/$creationId" params={{ creationId }} class="text-accent-text hover:underline">
            {creationTitle || t('publish.untitled')}
          </Link>
        ),
      },
      ...at(t('publishOne.planned'), scheduledAt),
      ...at(t('publishOne.publishedAt'), publishedAt),
      ...at(t('publishOne.watchedUntil'), watchedUntil),
    ]
  }
  return (
    <details>
      <summary class="cursor-pointer text-xs text-ink-2">{t('publishOne.facts')}</summary>
      <DetailsList rows={rows()} />
    </details>
  )
}
