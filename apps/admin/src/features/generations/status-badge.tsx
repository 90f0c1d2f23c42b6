import type { GenerationStatus } from '@mozhou/contracts/generations/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { useI18n } from './words.ts'

const tones: Record<GenerationStatus, BadgeTone> = {
  requested: 'warning',
  refused: 'neutral',
  accepted: 'accent',
  running: 'accent',
  succeeded: 'success',
  failed: 'danger',
  cancelled: 'neutral',
}

export function GenerationState(props: { status: GenerationStatus }) {
  const { t } = useI18n()
  return <Badge tone={tones[props.status]}>{t(`generations.statuses.${props.status}`)}</Badge>
}
