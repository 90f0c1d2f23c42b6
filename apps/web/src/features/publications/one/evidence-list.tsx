import type { PublicationDetailDto } from '@mozhou/contracts/publications/answers'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import BadgeCheck from 'lucide-solid/icons/badge-check'
import UserCheck from 'lucide-solid/icons/user-check'
import { For, Show } from 'solid-js'
import { useI18n } from '../words.ts'

type Evidence = PublicationDetailDto['evidence'][number]

/** What was seen, by whom, and what it proves; with its address, the platform's id, and a hash of what was answered. */
export function EvidenceList(props: { publication: PublicationDetailDto }) {
  const { t } = useI18n()
  return (
    <Show
      when={props.publication.evidence.length > 0}
      fallback={<p class="p-4 text-sm text-ink-2">{t('publishOne.noEvidence')}</p>}
    >
      <ol class="divide-y divide-line" aria-label={t('publishOne.evidence')}>
        <For each={props.publication.evidence}>{(evidence) => <EvidenceRow evidence={evidence} />}</For>
      </ol>
    </Show>
  )
}

/** The platform was not asked: its author was. */
const isHandedOver = ({ kind, by }: Evidence) => kind === 'submission_answer' && by === 'user'

function EvidenceRow(props: { evidence: Evidence }) {
  const { t, number, exactTime } = useI18n()
  return (
    <li class="flex flex-col gap-1 px-4 py-3 text-sm">
      <p class="flex flex-wrap items-center gap-2">
        <span class="font-medium">
          {isHandedOver(props.evidence)
            ? t('publishOne.handedToYou')
            : t(`publishOne.evidenceOf.${props.evidence.kind}`)}
        </span>
        <Proof evidence={props.evidence} />
        <Show when={props.evidence.page}>{(page) => <Badge>{t(`publishOne.pageOf.${page()}`)}</Badge>}</Show>
        <time class="text-xs text-ink-3" datetime={props.evidence.at}>
          {exactTime(props.evidence.at)}
        </time>
        <Show when={props.evidence.seenCount > 1}>
          <span class="text-xs text-ink-3">
            {t('publishOne.seenAgain', number(props.evidence.seenCount), exactTime(props.evidence.lastAt))}
          </span>
        </Show>
      </p>
      <Show when={props.evidence.url}>
        {(url) => (
          <a
            href={url()}
            target="_blank"
            rel="noreferrer"
            class="w-fit text-xs break-all text-accent-text hover:underline"
          >
            {url()}
          </a>
        )}
      </Show>
      <Marks evidence={props.evidence} />
    </li>
  )
}

/** The platform's word in green, the person's in a frame: they are never taken for one another. */
function Proof(props: { evidence: Evidence }) {
  const { t } = useI18n()
  return (
    <Show when={props.evidence.confirms} fallback={<Badge>{t(`publishOne.evidenceBy.${props.evidence.by}`)}</Badge>}>
      {(confirms) => (
        <Show
          when={confirms() === 'platform_confirmed'}
          fallback={
            <span class="inline-flex h-5.5 items-center gap-1 rounded-full border border-dashed border-ink-3 px-2 text-xs font-medium text-ink-2">
              <UserCheck size={13} aria-hidden="true" />
              {t('publishOne.proves.user_confirmed')}
            </span>
          }
        >
          <Badge tone="success">
            <BadgeCheck size={13} aria-hidden="true" />
            {t('publishOne.proves.platform_confirmed')}
          </Badge>
        </Show>
      )}
    </Show>
  )
}

function Marks(props: { evidence: Evidence }) {
  const { t } = useI18n()
  const marks = () => {
    const { source, externalId, vendorCode, httpStatus, requestId, answerHash } = props.evidence
    return [
      { label: t('publishOne.source'), value: isHandedOver(props.evidence) ? null : source },
      { label: t('publishOne.externalId'), value: externalId },
      { label: 'HTTP', value: httpStatus === null ? null : String(httpStatus) },
      { label: t('publishOne.vendorCode'), value: vendorCode },
      { label: t('publishOne.requestId'), value: requestId },
      { label: t('publishOne.hash'), value: answerHash },
    ].filter(({ value }) => value !== null && value !== '')
  }
  return (
    <dl class="flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-ink-3">
      <For each={marks()}>
        {({ label, value }) => (
          <div class="flex min-w-0 gap-1">
            <dt class="shrink-0">{label}</dt>
            <dd class="min-w-0 font-mono break-all text-ink-2">{value}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}
