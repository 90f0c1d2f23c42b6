import { Button } from '@mozhou/ui/components/button.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { IconButton } from '@mozhou/ui/components/icon-button.tsx'
import { lazyDialog } from '@mozhou/ui/components/lazy-dialog.tsx'
import ImageIcon from 'lucide-solid/icons/image'
import X from 'lucide-solid/icons/x'
import { createSignal, Show } from 'solid-js'
import { useI18n } from '../words.ts'
import type { ImageFormState } from './form-state.ts'

const PicturePicker = lazyDialog(() => import('../pictures/picture-picker.tsx').then((module) => module.PicturePicker))

/** The picture that is worked on, or gone by. */
export function PictureField(props: { form: ImageFormState }) {
  const { t, fieldIssue } = useI18n()
  const [isChoosing, setIsChoosing] = createSignal(false)
  const values = () => props.form.values()
  const isReference = () => values().tool === 'text-to-image'
  const label = () => t(isReference() ? 'images.form.reference' : 'images.form.picture')
  const error = () => {
    const issue = props.form.issue('picture')
    return issue && fieldIssue(t('images.form.picture'), issue)
  }
  return (
    <Field
      label={label()}
      hint={isReference() ? t('images.form.referenceHint') : undefined}
      isRequired={!isReference()}
      error={error()}
    >
      <div class="flex items-center gap-3">
        <Show
          when={values().picture}
          fallback={
            <Button
              isWide
              icon={<ImageIcon size={16} aria-hidden="true" />}
              data-invalid={error() ? '' : undefined}
              onClick={() => setIsChoosing(true)}
            >
              {t('images.form.choosePicture')}
            </Button>
          }
        >
          {(picture) => (
            <>
              <img
                src={picture().cardUrl}
                alt=""
                class="size-16 shrink-0 rounded-md border border-line chequered object-cover"
              />
              <span class="min-w-0 flex-1 text-xs text-ink-3 tabular-nums">
                {picture().width} × {picture().height}
              </span>
              <Button size="sm" onClick={() => setIsChoosing(true)}>
                {t('images.form.changePicture')}
              </Button>
              <IconButton label={t('images.form.removePicture')} onClick={() => props.form.choosePicture(null)}>
                <X size={16} aria-hidden="true" />
              </IconButton>
            </>
          )}
        </Show>
      </div>
      <PicturePicker
        isOpen={isChoosing()}
        onClose={() => setIsChoosing(false)}
        onChoose={(picture) => {
          props.form.choosePicture(picture)
          setIsChoosing(false)
        }}
      />
    </Field>
  )
}
