import { useQuery } from '@mozhou/ui/api/use-query'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { IconButton } from '@mozhou/ui/components/icon-button.tsx'
import { lazyDialog } from '@mozhou/ui/components/lazy-dialog.tsx'
import FileText from 'lucide-solid/icons/file-text'
import X from 'lucide-solid/icons/x'
import { createSignal, Show } from 'solid-js'
import { workParts } from '../queries.ts'
import { useI18n } from '../words.ts'
import type { ImageFormState } from './form-state.ts'
import type { ChosenWork } from './image-form.ts'

const WorkPlaceDialog = lazyDialog(() =>
  import('../attachments/work-place-dialog.tsx').then((module) => module.WorkPlaceDialog),
)

/** The work that the pictures are for, and the place in it. */
export function WorkField(props: { form: ImageFormState }) {
  const { t, fieldIssue } = useI18n()
  const [isChoosing, setIsChoosing] = createSignal(false)
  const work = () => props.form.values().work
  const error = () => {
    const issue = props.form.issue('work')
    return issue && fieldIssue(t('images.form.work'), issue)
  }
  return (
    <Field label={t('images.form.work')} hint={t('images.form.workHint')} error={error()}>
      <Show
        when={work()}
        fallback={
          <Button isWide icon={<FileText size={16} aria-hidden="true" />} onClick={() => setIsChoosing(true)}>
            {t('images.form.chooseWork')}
          </Button>
        }
      >
        {(chosen) => (
          <div class="flex items-center gap-2 rounded-md border border-line py-1 pr-1 pl-3">
            <PlaceName work={chosen()} />
            <IconButton label={t('images.form.removeWork')} onClick={() => props.form.change({ work: null })}>
              <X size={16} aria-hidden="true" />
            </IconButton>
          </div>
        )}
      </Show>
      <WorkPlaceDialog
        isOpen={isChoosing()}
        onClose={() => setIsChoosing(false)}
        onChoose={({ creationId, part }) => {
          props.form.change({ work: { creationId, role: part.role, place: part.place }, size: part.size })
          setIsChoosing(false)
        }}
      />
    </Field>
  )
}

/** An address may name a place: what it is called is read. */
function PlaceName(props: { work: ChosenWork }) {
  const { t } = useI18n()
  const parts = useQuery(() => workParts(props.work.creationId))
  const part = () =>
    parts.data?.find(({ role, place }) => role === props.work.role && place === props.work.place) ?? null
  return (
    <span class="flex min-w-0 flex-1 items-center gap-2 text-sm">
      <Badge tone="accent">{t(`images.places.roles.${props.work.role}`)}</Badge>
      <span class="truncate">{part()?.title ?? '…'}</span>
    </span>
  )
}
