import type { OperatorPublicationDto } from '@mozhou/contracts/publications/operator-answers'
import { platforms } from '@mozhou/platforms/platforms'
import { useQuery } from '@mozhou/ui/api/use-query'
import { Button } from '@mozhou/ui/components/button.tsx'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { DetailsList } from '@mozhou/ui/components/details-list.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Loaded } from '@mozhou/ui/components/loaded.tsx'
import { DecisionDialog } from '@mozhou/ui/forms/decision-dialog.tsx'
import { useQueryClient } from '@tanstack/solid-query'
import ExternalLink from 'lucide-solid/icons/external-link'
import { createSignal, Show } from 'solid-js'
import { api } from '../../api.ts'
import { PersonLink } from '../accounts/person-link.tsx'
import { usePermissions } from '../accounts/use-permissions.ts'
import { PublicationState } from './publication-status.tsx'
import { PublicationStory } from './publication-story.tsx'
import { publicationById, publicationsKey } from './queries.ts'
import { useI18n } from './words.ts'

/** All of one publication but its text: where it stands, its submissions and evidence, and the one thing that may be done. */
export function PublicationDrawer(props: { publicationId: string; onClose: () => void }) {
  const { t } = useI18n()
  const one = useQuery(() => publicationById(props.publicationId))
  return (
    <Dialog
      isOpen
      placement="drawer"
      size="lg"
      onClose={() => props.onClose()}
      title={one.data?.title ?? t('publications.open')}
    >
      <Loaded query={one}>
        {(data) => (
          <div class="flex flex-col gap-5">
            <Facts publication={data()} />
            <Deeds publication={data()} />
            <PublicationStory publication={data()} />
          </div>
        )}
      </Loaded>
    </Dialog>
  )
}

function Facts(props: { publication: OperatorPublicationDto }) {
  const { t, pick, number, exactTime } = useI18n()
  const maybe = (label: string, value: string | null) => (value === null ? [] : [{ label, value }])
  const at = (label: string, iso: string | null) => maybe(label, iso === null ? null : exactTime(iso))
  const rows = () => {
    const { publication } = props
    const { platform, account, reason, detail, route, contentType, url, report } = publication
    const count = (severity: 'block' | 'warn') =>
      number(report.results.filter((result) => result.severity === severity).length)
    return [
      { label: t('publications.status'), value: <PublicationState publication={publication} /> },
      { label: t('publications.user'), value: <PersonLink person={publication.user} /> },
      { label: t('publications.where'), value: `${pick(platforms[platform].name)} ${account.name}` },
      { label: t('publications.route'), value: t(`publications.routeOf.${route}`) },
      { label: t('publications.form'), value: t(`publications.contentOf.${contentType}`) },
      ...maybe(t('publications.reason'), reason === null ? null : t(`publications.reasonOf.${reason}`)),
      ...maybe(t('publications.detail'), detail && pick(detail)),
      ...at(t('publications.planned'), publication.scheduledAt),
      ...at(t('publications.publishedAt'), publication.publishedAt),
      ...(url === null ? [] : [{ label: t('publications.address'), value: <Address url={url} /> }]),
      { label: t('publications.rules'), value: t('publications.rulesOf', count('block'), count('warn')) },
    ]
  }
  return <DetailsList rows={rows()} />
}

function Address(props: { url: string }) {
  return (
    <a href={props.url} target="_blank" rel="noreferrer" class="break-all text-accent-text hover:underline">
      {props.url}
    </a>
  )
}

/** Again only where it is known that nothing is out: the server says so. */
function Deeds(props: { publication: OperatorPublicationDto }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const may = usePermissions()
  const [isAsking, setIsAsking] = createSignal(false)
  const input = (reason: string) => ({ publicationId: props.publication.id, reason })
  return (
    <div class="flex flex-wrap items-center gap-2">
      <Show when={props.publication.workflowUrl}>
        {(url) => (
          <a href={url()} target="_blank" rel="noreferrer" class={buttonClass({})}>
            <ExternalLink size={15} aria-hidden="true" />
            {t('publications.workflow')}
          </a>
        )}
      </Show>
      <Show when={may('publication:retry')}>
        <Show
          when={props.publication.can.retry}
          fallback={<p class="text-xs text-ink-3">{t('publications.noRetry')}</p>}
        >
          <Button onClick={() => setIsAsking(true)}>{t('publications.retry')}</Button>
        </Show>
      </Show>
      <Show when={isAsking()}>
        <DecisionDialog
          title={t('publications.retry')}
          description={t('publications.retryHint')}
          action={t('publications.retry')}
          note={{
            label: t('publications.retryReason'),
            placeholder: t('publications.retryPlaceholder'),
            name: 'reason',
          }}
          toInput={input}
          schema={() => import('@mozhou/contracts/publications/inputs').then((module) => module.retryForPersonInput)}
          send={(reason) => api.publications.retryForPerson.mutate(input(reason))}
          done={t('publications.retried')}
          onDone={() => client.invalidateQueries({ queryKey: publicationsKey })}
          onClose={() => setIsAsking(false)}
        />
      </Show>
    </div>
  )
}
