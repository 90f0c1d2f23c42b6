import type { PublicationDto } from '@mozhou/contracts/publications/answers'
import type { PublicationStatus } from '@mozhou/contracts/publications/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import BadgeCheck from 'lucide-solid/icons/badge-check'
import UserCheck from 'lucide-solid/icons/user-check'
import { Match, Show, Switch } from 'solid-js'
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

type Stands = Pick<PublicationDto, 'status' | 'confirmation'>

/** Where one stands. Published is never said without who says so: the platform in green with its seal, the person in a frame of their own. */
export function PublicationStatusBadge(props: { publication: Stands }) {
  const { t } = useI18n()
  return (
    <Switch
      fallback={
        <Badge tone={tones[props.publication.status]}>{t(`publish.statusOf.${props.publication.status}`)}</Badge>
      }
    >
      <Match when={props.publication.status === 'published' && props.publication.confirmation}>
        {(confirmation) => (
          <Show
            when={confirmation() === 'platform_confirmed'}
            fallback={
              <span
                title={t('publish.confirmedHint.user_confirmed')}
                class="inline-flex h-5.5 shrink-0 items-center gap-1 rounded-full border border-dashed border-ink-3 px-2 text-xs font-medium whitespace-nowrap text-ink-2"
              >
                <UserCheck size={13} aria-hidden="true" />
                {t('publish.statusOf.published')} · {t('publish.confirmedBy.user_confirmed')}
              </span>
            }
          >
            <Badge tone="success" title={t('publish.confirmedHint.platform_confirmed')}>
              <BadgeCheck size={13} aria-hidden="true" />
              {t('publish.statusOf.published')} · {t('publish.confirmedBy.platform_confirmed')}
            </Badge>
          </Show>
        )}
      </Match>
    </Switch>
  )
}
