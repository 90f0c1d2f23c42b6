import { unmarkedTermsVersion } from '@mozhou/contracts/files/kinds'
import type { PictureDto } from '@mozhou/contracts/images/answers'
import { Button } from '@mozhou/ui/components/button.tsx'
import { Dialog } from '@mozhou/ui/components/dialog.tsx'
import { Refusal } from '@mozhou/ui/components/refusal.tsx'
import { useMutation } from '@tanstack/solid-query'
import Download from 'lucide-solid/icons/download'
import { createSignal } from 'solid-js'
import { api } from '../../../api.ts'
import { useI18n } from '../words.ts'
import type { DownloadChoiceState } from '../../files/download/download-choice.ts'
import { wishOf } from '../../files/download/download-choice.ts'
import { DownloadFields } from '../../files/download/download-fields.tsx'

interface UnmarkedDialogProps {
  isOpen: boolean
  picture: PictureDto
  download: DownloadChoiceState
  onClose: () => void
}

/** Whoever takes a picture without the visible mark answers for marking it, and says so each time. */
export function UnmarkedDialog(props: UnmarkedDialogProps) {
  const { t } = useI18n()
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={() => props.onClose()}
      size="sm"
      title={t('images.result.unmarkedTitle')}
      description={t('images.result.unmarkedHint')}
    >
      <Acceptance {...props} />
    </Dialog>
  )
}

function Acceptance(props: UnmarkedDialogProps) {
  const { t } = useI18n()
  const [isAccepted, setIsAccepted] = createSignal(false)
  const take = useMutation(() => ({
    mutationFn: (picture: PictureDto) =>
      api.files.takeUnmarked.mutate({
        fileId: picture.fileId,
        acceptedTerms: unmarkedTermsVersion,
        ...wishOf(picture, props.download.choice()),
      }),
    onSuccess: ({ url }) => {
      window.location.assign(url)
      props.onClose()
    },
  }))
  return (
    <div class="flex flex-col gap-4">
      <DownloadFields picture={props.picture} download={props.download} />
      <label class="flex cursor-pointer items-center gap-3 text-sm">
        <input
          type="checkbox"
          class="size-5 accent-accent"
          checked={isAccepted()}
          onChange={(event) => setIsAccepted(event.currentTarget.checked)}
        />
        {t('images.result.accept')}
      </label>
      <Refusal error={take.error} />
      <Button
        variant="primary"
        disabled={!isAccepted()}
        isPending={take.isPending}
        icon={<Download size={15} aria-hidden="true" />}
        onClick={() => take.mutate(props.picture)}
      >
        {t('images.result.take')}
      </Button>
    </div>
  )
}
