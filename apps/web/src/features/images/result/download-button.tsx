import type { PictureDto } from '@mozhou/contracts/images/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { IconButton } from '@mozhou/ui/components/icon-button.tsx'
import { lazyDialog } from '@mozhou/ui/components/lazy-dialog.tsx'
import { toastError } from '@mozhou/ui/components/toast.tsx'
import { useMutation } from '@tanstack/solid-query'
import Download from 'lucide-solid/icons/download'
import SlidersHorizontal from 'lucide-solid/icons/sliders-horizontal'
import { createSignal } from 'solid-js'
import { api } from '../../../api.ts'
import { useI18n } from '../words.ts'
import type { DownloadChoiceState } from '../../files/download/download-choice.ts'
import { sizeFor, wishOf } from '../../files/download/download-choice.ts'
import { formatNames } from '../../files/download/format-names.ts'

const DownloadDialog = lazyDialog(() =>
  import('../../files/download/download-dialog.tsx').then((module) => module.DownloadDialog),
)

interface DownloadButtonProps {
  picture: PictureDto
  download: DownloadChoiceState
}

/** Once more as the last time, which it says, or as is chosen beside it. */
export function DownloadButton(props: DownloadButtonProps) {
  const { t, error } = useI18n()
  const [isChoosing, setIsChoosing] = createSignal(false)
  const take = useMutation(() => ({
    mutationFn: (picture: PictureDto) =>
      api.files.link.mutate({
        fileId: picture.fileId,
        use: 'download',
        ...wishOf(picture, props.download.choice()),
      }),
    // The answer's own header says that it is to be saved, and under which name.
    onSuccess: ({ url }) => window.location.assign(url),
    onError: (cause) => toastError({ title: error(cause) }),
  }))
  const label = () => {
    const { format } = props.download.choice()
    const size = sizeFor(props.picture, props.download.choice())
    const how = [...(format === 'kept' ? [] : [formatNames[format]]), ...(size === 'full' ? [] : [size])]
    return [t('images.result.download'), ...how].join(' · ')
  }
  return (
    <>
      <span class="flex items-center gap-1">
        <Button
          variant="primary"
          isPending={take.isPending}
          icon={<Download size={15} aria-hidden="true" />}
          onClick={() => take.mutate(props.picture)}
        >
          {label()}
        </Button>
        <IconButton label={t('images.result.downloadTitle')} onClick={() => setIsChoosing(true)}>
          <SlidersHorizontal size={16} aria-hidden="true" />
        </IconButton>
      </span>
      <DownloadDialog
        isOpen={isChoosing()}
        title={t('images.result.downloadTitle')}
        picture={props.picture}
        download={props.download}
        onDownload={() => take.mutate(props.picture)}
        onClose={() => setIsChoosing(false)}
      />
    </>
  )
}
