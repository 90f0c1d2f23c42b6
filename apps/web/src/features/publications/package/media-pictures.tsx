import { cardSvg } from '@mozhou/platforms/cards/card-svg'
import type { PackageMedia, PlatformPackage } from '@mozhou/platforms/platform-package'
import ImageOff from 'lucide-solid/icons/image-off'
import Play from 'lucide-solid/icons/play'
import { Match, Show, Switch } from 'solid-js'
import { useI18n } from './words.ts'

/** The address of a file's picture for this page; null where it has none. */
export type PictureUrl = (id: string) => string | null

/** Cards are drawn by the browser: an image of them needs no file yet. */
export const cardUrl = (medium: Extract<PackageMedia, { kind: 'card' }>): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(cardSvg(medium.card))}`

const isFilm = (medium: PackageMedia) => medium.kind === 'file' && medium.fact.kind === 'video'

/** What readers leaf through; a film stands alone, behind its cover. */
export function shownMedia({ contentType, media }: PlatformPackage): readonly PackageMedia[] {
  const films = contentType === 'video' ? media.filter(isFilm) : []
  return films.length > 0 ? films : media.filter(({ kind }) => kind !== 'formula')
}

interface MediaPictureProps {
  medium: PackageMedia
  pictureUrl: PictureUrl
  class?: string
  /** The picture that stands before a film. */
  coverId?: string | null
}

export function nameOf(medium: PackageMedia): string {
  return medium.kind === 'file' ? medium.fact.name : medium.id
}

/** A film that can be played, a picture, or words in its place. */
export function MediaPicture(props: MediaPictureProps) {
  const { t } = useI18n()
  const film = () => {
    const { medium, coverId = null } = props
    const url = isFilm(medium) ? props.pictureUrl(medium.id) : null
    const cover = coverId === null ? null : props.pictureUrl(coverId)
    return url === null ? null : { url, name: nameOf(medium), poster: cover ?? undefined }
  }
  return (
    <Show when={film()} fallback={<StillPicture {...props} />}>
      {(shown) => (
        // A person's own film has no captions of its own for us to give.
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <video
          src={shown().url}
          poster={shown().poster}
          aria-label={t('publicationPackage.film', shown().name)}
          controls
          playsinline
          preload="metadata"
          class={props.class ?? 'block h-auto max-w-full'}
        />
      )}
    </Show>
  )
}

/** A picture of a package, or words in its place. */
function StillPicture(props: MediaPictureProps) {
  const { t } = useI18n()
  const shown = () => {
    const { medium } = props
    if (medium.kind === 'card') {
      const url = props.pictureUrl(medium.id) ?? cardUrl(medium)
      return { url, alt: t('publicationPackage.cardAlt', medium.card.text) }
    }
    if (medium.kind === 'formula') {
      const url = props.pictureUrl(medium.id)
      return url === null ? null : { url, alt: medium.tex }
    }
    if (medium.kind !== 'file' || medium.fact.kind !== 'image') return null
    const url = props.pictureUrl(medium.id)
    return url === null ? null : { url, alt: medium.fact.alt || medium.fact.name }
  }
  return (
    <Show
      when={shown()}
      fallback={
        <span class="flex min-h-24 flex-col items-center justify-center gap-1 bg-sunken p-4 text-center text-xs break-all text-ink-2">
          <PlaceWords medium={props.medium} />
        </span>
      }
    >
      {(picture) => <img src={picture().url} alt={picture().alt} class={props.class ?? 'block h-auto max-w-full'} />}
    </Show>
  )
}

function PlaceWords(props: { medium: PackageMedia }) {
  const { t } = useI18n()
  return (
    <Switch fallback={t('publicationPackage.notLoaded', nameOf(props.medium))}>
      <Match when={props.medium.kind === 'missing'}>
        <ImageOff size={18} aria-hidden="true" />
        {t('publicationPackage.missing', nameOf(props.medium))}
      </Match>
      <Match when={isFilm(props.medium)}>
        <Play size={18} aria-hidden="true" />
        {t('publicationPackage.film', nameOf(props.medium))}
      </Match>
    </Switch>
  )
}
