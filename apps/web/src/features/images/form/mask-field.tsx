import { Button } from '@mozhou/ui/components/button.tsx'
import { Field } from '@mozhou/ui/components/field.tsx'
import { lazyDialog } from '@mozhou/ui/components/lazy-dialog.tsx'
import Brush from 'lucide-solid/icons/brush'
import { createSignal, Show } from 'solid-js'
import type { MaskPainting } from '../mask/mask-painting.ts'
import { useI18n } from '../words.ts'
import type { ImageFormState } from './form-state.ts'

const MaskDialog = lazyDialog(() => import('../mask/mask-dialog.tsx').then((module) => module.MaskDialog))

/** What of the picture is made anew. */
export function MaskField(props: { form: ImageFormState }) {
  const { t, number, fieldIssue } = useI18n()
  const [isPainting, setIsPainting] = createSignal(false)
  /** Kept beside the mask, so that painting goes on from there, also after the dialog was closed without a word. */
  const [earlier, setEarlier] = createSignal<{ fileId: string; painting: MaskPainting } | null>(null)
  const picture = () => props.form.values().picture
  const mask = () => props.form.values().mask
  const error = () => {
    const issue = props.form.issue('mask')
    return issue && fieldIssue(t('images.form.mask'), issue)
  }
  return (
    <Field
      label={t('images.form.mask')}
      isRequired
      error={error()}
      hint={picture() ? t('images.mask.hint') : t('images.form.maskNeedsPicture')}
    >
      <div class="flex items-center gap-3">
        <Button
          disabled={picture() === null}
          icon={<Brush size={16} aria-hidden="true" />}
          onClick={() => setIsPainting(true)}
        >
          {t(mask() ? 'images.form.repaint' : 'images.form.paint')}
        </Button>
        <Show when={mask()}>
          {(painted) => (
            <span class="text-sm text-ink-2 tabular-nums" role="status">
              {t('images.form.painted', number(Math.max(1, Math.round(painted().share * 100))))}
            </span>
          )}
        </Show>
      </div>
      <Show when={picture()}>
        {(chosen) => (
          <MaskDialog
            isOpen={isPainting()}
            picture={chosen()}
            earlier={earlier()?.fileId === chosen().fileId ? (earlier()?.painting ?? null) : null}
            onClose={() => setIsPainting(false)}
            onBegin={(painting) => setEarlier({ fileId: chosen().fileId, painting })}
            onDone={(file) => {
              props.form.change({ mask: file })
              setIsPainting(false)
            }}
          />
        )}
      </Show>
    </Field>
  )
}
