import { platforms } from '@mozhou/platforms/platforms'
import { bodyText } from '@mozhou/platforms/visible-text'
import { Button } from '@mozhou/ui/components/button.tsx'
import { createSignal, Show } from 'solid-js'
import { foldCaption } from './fold-text.ts'
import { PhoneFrame } from './frames.tsx'
import { MediaPicture, shownMedia } from './media-pictures.tsx'
import type { PictureUrl } from './media-pictures.tsx'
import { PackageTitle } from './package-body.tsx'
import type { PreviewProps } from './preview-props.ts'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { useI18n } from './words.ts'

const useLabel = (props: PreviewProps) => {
  const { t, pick } = useI18n()
  return () => t('publicationPackage.previewOf', pick(platforms[props.package.platform].name))
}

/** 小红书, and 公众号's sets of pictures: pictures above, title and caption below. */
export function NotePreview(props: PreviewProps) {
  const label = useLabel(props)
  return (
    <PhoneFrame label={label()}>
      <p class="flex items-center gap-2 px-4 py-3 text-sm font-medium">
        <span class="size-7 rounded-full bg-sunken" aria-hidden="true" />
        {props.accountName}
      </p>
      <Gallery package={props.package} pictureUrl={props.pictureUrl} />
      <div class="px-4 py-4">
        <PackageTitle title={props.package.title} class="text-base font-semibold break-words" />
        <Caption package={props.package} />
      </div>
    </PhoneFrame>
  )
}

/** 抖音 and 快手: the picture or the film fills the screen, and words lie at its foot. */
export function ScreenPreview(props: PreviewProps) {
  const label = useLabel(props)
  return (
    <PhoneFrame label={label()} isDark>
      <div class="flex min-h-full flex-col justify-end bg-canvas">
        <div class="my-auto">
          <Gallery package={props.package} pictureUrl={props.pictureUrl} />
        </div>
        <div class="sticky bottom-0 bg-canvas px-4 pt-3 pb-6">
          <p class="text-base font-semibold">@{props.accountName}</p>
          <Show when={props.package.title !== ''}>
            <p class="mt-1 text-sm font-semibold break-words">{props.package.title}</p>
          </Show>
          <Caption package={props.package} />
        </div>
      </div>
    </PhoneFrame>
  )
}

function Gallery(props: { package: PlatformPackage; pictureUrl: PictureUrl }) {
  const { t, number } = useI18n()
  const [at, setAt] = createSignal(0)
  const media = () => shownMedia(props.package)
  // A package that was edited may have fewer.
  const place = () => Math.min(at(), media().length - 1)
  return (
    <Show when={media()[place()]}>
      {(medium) => (
        <figure>
          <MediaPicture
            medium={medium()}
            pictureUrl={props.pictureUrl}
            coverId={props.package.cover}
            class="block h-auto w-full"
          />
          <Show when={media().length > 1}>
            <figcaption class="flex items-center justify-between px-3 py-1.5 text-xs text-ink-2">
              <Button size="sm" variant="ghost" disabled={place() === 0} onClick={() => setAt(place() - 1)}>
                {t('publicationPackage.earlier')}
              </Button>
              <span aria-live="polite">
                {t('publicationPackage.pictureOf', number(place() + 1), number(media().length))}
              </span>
              <Button
                size="sm"
                variant="ghost"
                disabled={place() === media().length - 1}
                onClick={() => setAt(place() + 1)}
              >
                {t('publicationPackage.later')}
              </Button>
            </figcaption>
          </Show>
        </figure>
      )}
    </Show>
  )
}

function Caption(props: { package: PlatformPackage }) {
  const { t, number } = useI18n()
  const [isOpen, setIsOpen] = createSignal(false)
  const parts = () => foldCaption(props.package.platform, bodyText(props.package.body))
  const isFolded = () => parts().folded !== ''
  const foldedCount = () => number(Array.from(parts().folded).length)
  return (
    <div class="mt-2 text-sm">
      <p class="break-words whitespace-pre-wrap">
        {parts().open}
        <Show when={isFolded() && !isOpen()}>…</Show>
      </p>
      <Show when={isFolded()}>
        <p class="my-1.5 flex items-center gap-2 border-t border-dashed border-line-strong pt-1 text-xs text-ink-2">
          {t('publicationPackage.foldsHere')}
          <button
            type="button"
            class="text-accent-text hover:underline"
            aria-expanded={isOpen()}
            onClick={() => setIsOpen(!isOpen())}
          >
            {t(isOpen() ? 'publicationPackage.foldBack' : 'publicationPackage.unfold')}
          </button>
        </p>
        <Show
          when={isOpen()}
          fallback={<p class="text-xs text-ink-3">{t('publicationPackage.folded', foldedCount())}</p>}
        >
          <p class="break-words whitespace-pre-wrap">{parts().folded.replace(/^\n+/u, '')}</p>
        </Show>
      </Show>
    </div>
  )
}
