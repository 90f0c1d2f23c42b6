import type { PublicationDto } from '@mozhou/contracts/publications/answers'
import type { PublicationStatus } from '@mozhou/contracts/publications/kinds'
import BadgeCheck from 'lucide-solid/icons/badge-check'
import UserCheck from 'lucide-solid/icons/user-check'
import { Match, Switch } from 'solid-js'
import { Badge } from '../components/badge.tsx'
import type { BadgeTone } from '../components/badge.tsx'

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

interface BadgeProps {
  publication: Pick<PublicationDto, 'status' | 'confirmation'>
  /** Its state, and of what is published who says so, in words. */
  says: string
  hint?: string | undefined
}

/** Where one stands. Published is never said without who says so: the platform in green with its seal, the person in a frame of their own. */
export function PublicationStatusBadge(props: BadgeProps) {
  const publishedBy = () => (props.publication.status === 'published' ? props.publication.confirmation : null)
  return (
    <Switch fallback={<Badge tone={tones[props.publication.status]}>{props.says}</Badge>}>
      <Match when={publishedBy() === 'platform_confirmed'}>
        <Badge tone="success" title={props.hint}>
          <BadgeCheck size={13} aria-hidden="true" />
          {props.says}
        </Badge>
      </Match>
      <Match when={publishedBy() === 'user_confirmed'}>
        <span
          title={props.hint}
          class="inline-flex h-5.5 shrink-0 items-center gap-1 rounded-full border border-dashed border-ink-3 px-2 text-xs font-medium whitespace-nowrap text-ink-2"
        >
          <UserCheck size={13} aria-hidden="true" />
          {props.says}
        </span>
      </Match>
    </Switch>
  )
}
