import type { ImageCreationDto, ImageVersionDto, PictureDto } from '@mozhou/contracts/images/answers'
import { buttonClass } from '@mozhou/ui/components/button-class'
import { Button } from '@mozhou/ui/components/button.tsx'
import { lazyDialog } from '@mozhou/ui/components/lazy-dialog.tsx'
import { Menu } from '@mozhou/ui/components/menu.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { toastsAbove } from '@mozhou/ui/components/toasts-above'
import Brush from 'lucide-solid/icons/brush'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import FilePlus from 'lucide-solid/icons/file-plus'
import Maximize from 'lucide-solid/icons/maximize-2'
import RefreshCw from 'lucide-solid/icons/refresh-cw'
import Shuffle from 'lucide-solid/icons/shuffle'
import { createSignal, Show } from 'solid-js'
import { chosenOf } from '../chosen-picture.ts'
import type { ImageForm } from '../form/image-form.ts'
import type { ImageStudioContext } from '../studio-context.ts'
import { useI18n } from '../words.ts'
import { DownloadButton } from './download-button.tsx'
import { createDownloadChoice } from '../../files/download/download-choice.ts'
import type { DownloadChoiceState } from '../../files/download/download-choice.ts'
import { useAgain } from './use-again.ts'
import { useRemovePicture } from './use-remove-picture.ts'

const UnmarkedDialog = lazyDialog(() => import('./unmarked-dialog.tsx').then((module) => module.UnmarkedDialog))
const UseInWork = lazyDialog(() => import('../attachments/use-in-work.tsx').then((module) => module.UseInWork))

interface PictureActionsProps {
  context: ImageStudioContext
  work: ImageCreationDto
  version: ImageVersionDto
  picture: PictureDto
}

export function PictureActions(props: PictureActionsProps) {
  const { t } = useI18n()
  const [isAttaching, setIsAttaching] = createSignal(false)
  const download = createDownloadChoice()
  const again = useAgain(() => ({ ...props, form: props.version.form, versionId: props.version.id }))
  const workOn = (change: Partial<Omit<ImageForm, 'picture'>>) => {
    const chosen = chosenOf(props.picture)
    if (chosen) props.context.workOn(chosen, change)
  }
  return (
    <Show when={props.picture.urls && props.work.deletedAt === null}>
      <div
        ref={toastsAbove}
        class="bottom-0 flex flex-col gap-3 rounded-b-lg border-t border-line bg-surface px-4 py-3 sm:sticky sm:px-6"
      >
        <Refusal error={props.context.start.refusal('result')} title={t('writing.startFailed')} />
        <div class="flex flex-wrap items-center gap-2">
          <Button icon={<Brush size={15} aria-hidden="true" />} onClick={() => workOn({ tool: 'image-edit' })}>
            {t('images.result.edit')}
          </Button>
          <Button icon={<Shuffle size={15} aria-hidden="true" />} onClick={() => workOn({ tool: 'image-variation' })}>
            {t('images.result.vary')}
          </Button>
          <Button icon={<Maximize size={15} aria-hidden="true" />} onClick={() => workOn({ tool: 'image-upscale' })}>
            {t('images.result.upscale')}
          </Button>
          <Show when={!props.version.isPlain}>
            <Button
              isPending={props.context.start.isPending('regenerate')}
              icon={<RefreshCw size={15} aria-hidden="true" />}
              onClick={() => again.press()}
            >
              {t('images.result.regenerate', again.cost())}
            </Button>
          </Show>
          <span class="ml-auto flex flex-wrap items-center gap-2">
            <Button icon={<FilePlus size={15} aria-hidden="true" />} onClick={() => setIsAttaching(true)}>
              {t('images.result.useInWork')}
            </Button>
            <DownloadButton picture={props.picture} download={download} />
            <MoreMenu {...props} download={download} />
          </span>
        </div>
      </div>
      <UseInWork isOpen={isAttaching()} fileId={props.picture.fileId} onClose={() => setIsAttaching(false)} />
    </Show>
  )
}

function MoreMenu(props: PictureActionsProps & { download: DownloadChoiceState }) {
  const { t } = useI18n()
  const removeOne = useRemovePicture()
  const [isTaking, setIsTaking] = createSignal(false)
  return (
    <>
      <Menu
        triggerLabel={t('images.result.more')}
        triggerClass={buttonClass({ size: 'icon' })}
        trigger={<Ellipsis size={16} aria-hidden="true" />}
        groups={[
          { actions: [{ id: 'unmarked', label: t('images.result.unmarked'), onSelect: () => setIsTaking(true) }] },
          {
            actions: [
              {
                id: 'remove-one',
                label: t('images.result.removeOne'),
                isDanger: true,
                onSelect: () => removeOne.mutate(props.picture.fileId),
              },
              {
                id: 'remove',
                label: t('images.result.remove'),
                isDanger: true,
                onSelect: () => props.context.removeWork(props.work.creation.id),
              },
            ],
          },
        ]}
      />
      <UnmarkedDialog
        isOpen={isTaking()}
        picture={props.picture}
        download={props.download}
        onClose={() => setIsTaking(false)}
      />
    </>
  )
}
