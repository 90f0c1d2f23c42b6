import type { ConversationDto } from '@mozhou/contracts/support/answers'
import type { ConversationStatus } from '@mozhou/contracts/support/kinds'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import type { BadgeTone } from '@mozhou/ui/components/badge.tsx'
import { Show } from 'solid-js'
import { useI18n } from './words.ts'

const tones: Record<ConversationStatus, BadgeTone> = {
  waiting_for_us: 'warning',
  waiting_for_person: 'success',
  closed: 'neutral',
}

export function ConversationState(props: { conversation: ConversationDto }) {
  const { t } = useI18n()
  return (
    <span class="inline-flex gap-1.5">
      <Badge tone={tones[props.conversation.status]}>{t(`support.statusOf.${props.conversation.status}`)}</Badge>
      <Show when={props.conversation.isUnseen}>
        <Badge tone="accent">{t('support.unseen')}</Badge>
      </Show>
    </span>
  )
}
