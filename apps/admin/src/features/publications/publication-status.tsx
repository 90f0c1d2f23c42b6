import type { PublicationDto } from '@mozhou/contracts/publications/answers'
import type { PublicationStatus } from '@mozhou/contracts/publications/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import BadgeCheck from 'lucide-solid/icons/badge-check'
import UserCheck from 'lucide-solid/icons/user-check'
import { Match, Switch } from 'solid-js'
import { useI18n } from './words.ts'

const tones: Record<PublicationStatus, BadgeTone> = {
  draft: 'neutral',
  scheduled: 'accent',
  preparing: 'accent',
  submitted: 'accent',
  in_review: 'accent',
  awaiting_user: 'warning',
  needs_attention: 'warning',
  published: 'success',
  rejected: 'danger',
  failed: 'danger',
  unconfirmed: 'warning',
  expired: 'neutral',
  cancelled: 'neutral',
  removed: 'danger',
}

/** Where it stands; of what is out, who says so, never in one colour. */
export function PublicationStatusBadge(props: { publication: Pick<PublicationDto, 'status' | 'confirmation'> }) {
  const { t } = useI18n()
  const status = () => props.publication.status
  return (
    <Switch fallback={<Badge tone={tones[status()]}>{t(`publications.statusOf.${status()}`)}</Badge>}>
      <Match when={props.publication.confirmation === 'platform_confirmed' && status() === 'published'}>
        <Badge tone="success">
          <BadgeCheck size={13} aria-hidden="true" />
          {t('publications.statusOf.published')} · {t('publications.confirmedBy.platform_confirmed')}
        </Badge>
      </Match>
      <Match when={props.publication.confirmation === 'user_confirmed' && status() === 'published'}>
        <span class="inline-flex h-5.5 shrink-0 items-center gap-1 rounded-full border border-dashed border-ink-3 px-2 text-xs font-medium whitespace-nowrap text-ink-2">
          <UserCheck size={13} aria-hidden="true" />
          {t('publications.statusOf.published')} · {t('publications.confirmedBy.user_confirmed')}
        </span>
      </Match>
    </Switch>
  )
}
