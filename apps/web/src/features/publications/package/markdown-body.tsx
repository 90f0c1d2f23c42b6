import { mediaAddress } from '@mozhou/platforms/media-address'
import type { PackageMedia } from '@mozhou/platforms/platform-package'
import { Markdown } from '@mozhou/ui/components/markdown.tsx'
import { For, Show } from 'solid-js'
import { MediaPicture } from './media-pictures.tsx'
import type { PictureUrl } from './media-pictures.tsx'
import { useI18n } from './words.ts'

interface MarkdownBodyProps {
  markdown: string
  media: readonly PackageMedia[]
  pictureUrl: PictureUrl
}

const pictures = /!\[[^\]]*\]\((media:[^)\s]*)\)/gu

/** Text, picture, text, … : at the odd places the pictures' addresses. */
const partsOf = (markdown: string): string[] => markdown.split(pictures)

/** 简书's form. Its pictures stand where the text names them. */
export function MarkdownBody(props: MarkdownBodyProps) {
  return (
    <For each={partsOf(props.markdown)}>
      {(part, at) => (
        <Show when={at() % 2 === 1} fallback={<Markdown text={part} />}>
          <NamedPicture address={part} media={props.media} pictureUrl={props.pictureUrl} />
        </Show>
      )}
    </For>
  )
}

function NamedPicture(props: { address: string; media: readonly PackageMedia[]; pictureUrl: PictureUrl }) {
  const { t } = useI18n()
  const medium = () => props.media.find(({ id }) => mediaAddress(id) === props.address)
  return (
    <div class="my-3">
      <Show
        when={medium()}
        fallback={<p class="text-xs text-ink-2">{t('publicationPackage.missing', props.address)}</p>}
      >
        {(found) => <MediaPicture medium={found()} pictureUrl={props.pictureUrl} />}
      </Show>
    </div>
  )
}
