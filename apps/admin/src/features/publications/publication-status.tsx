import type { PublicationDto } from '@mozhou/contracts/publications/answers'
import { PublicationStatusBadge } from '@mozhou/ui/publications/status-badge.tsx'
import { useI18n } from './words.ts'

/** Where one stands, and of what is published who says so. */
export function PublicationState(props: { publication: Pick<PublicationDto, 'status' | 'confirmation'> }) {
  const { t } = useI18n()
  const says = () => {
    const { status, confirmation } = props.publication
    const state = t(`publications.statusOf.${status}`)
    return status === 'published' && confirmation
      ? `${state} · ${t(`publications.confirmedBy.${confirmation}`)}`
      : state
  }
  return <PublicationStatusBadge publication={props.publication} says={says()} />
}
