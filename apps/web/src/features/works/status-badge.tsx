import type { CreationRowDto } from '@mozhou/contracts/creations/answers'
import type { CreationStatus } from '@mozhou/contracts/creations/kinds'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'

const tones: Record<CreationStatus, BadgeTone> = {
  draft: 'neutral',
  accepted: 'accent',
  running: 'accent',
  succeeded: 'success',
  failed: 'danger',
  cancelled: 'neutral',
}

export function StatusBadge(props: { creation: Pick<CreationRowDto, 'status' | 'isIncomplete' | 'kind'> }) {
  const { t } = useI18n()
  const isIncomplete = () => props.creation.status === 'succeeded' && props.creation.isIncomplete
  const status = () =>
    props.creation.status === 'failed' && props.creation.kind === 'image'
      ? t('creations.notDrawn')
      : t(`creations.statuses.${props.creation.status}`)
  return (
    <Show when={isIncomplete()} fallback={<Badge tone={tones[props.creation.status]}>{status()}</Badge>}>
      <Badge tone="warning">{t('creations.incomplete')}</Badge>
    </Show>
  )
}
