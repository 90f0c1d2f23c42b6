import type { PublicationDto } from '@mozhou/contracts/publications/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { createSignal, untrack } from 'solid-js'
import { TimeSuggestions } from '../compose/time-suggestions.tsx'
import { TimeInput } from '../time-input.tsx'
import { useI18n } from '../words.ts'
import { useMove } from './use-move.ts'

const hourMs = 3_600_000

/** Another time, for those who do not drag. */
export function MoveDialog(props: {
  publication: Pick<PublicationDto, 'id' | 'title' | 'scheduledAt' | 'can'>
  onClose: () => void
}) {
  const { t } = useI18n()
  const move = useMove()
  const [at, setAt] = createSignal<string | null>(
    untrack(() => props.publication.scheduledAt ?? new Date(Date.now() + hourMs).toISOString()),
  )
  const save = () => {
    const chosen = at()
    if (chosen !== null) move.toTime(props.publication, chosen, () => props.onClose())
  }
  return (
    <Dialog
      isOpen
      size="sm"
      onClose={() => props.onClose()}
      title={t('publishCalendar.moveOf', props.publication.title)}
      description={t('publishCalendar.moveHint')}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button variant="primary" isPending={move.isPending()} disabled={at() === null} onClick={save}>
            {t('publishCalendar.move')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <Field label={t('publishCalendar.newTime')}>
          <TimeInput value={at()} onValueChange={setAt} />
        </Field>
        <TimeSuggestions window={null} onChoose={setAt} />
      </div>
    </Dialog>
  )
}
