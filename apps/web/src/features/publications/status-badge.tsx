import type { PublicationDto } from '@mozhou/contracts/publications/answers'
import { PublicationStatusBadge } from '@mozhou/ui/publications/status-badge.tsx'
import { saidBy } from './said-by.ts'
import { useI18n } from './words.ts'

/** Where one stands, and of what is published who says so and how they know. */
export function PublicationState(props: { publication: Pick<PublicationDto, 'status' | 'confirmation'> }) {
  const { t } = useI18n()
  const says = () => {
    const by = saidBy(props.publication)
    const state = t(`publish.statusOf.${props.publication.status}`)
    return by ? `${state} · ${t(`publish.confirmedBy.${by}`)}` : state
  }
  const hint = () => {
    const by = saidBy(props.publication)
    return by ? t(`publish.confirmedHint.${by}`) : undefined
  }
  return <PublicationStatusBadge publication={props.publication} says={says()} hint={hint()} />
}
