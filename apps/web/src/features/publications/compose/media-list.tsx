import type { PreviewDto } from '@mozhou/contracts/publications/answers'
import type { PackageMedia, PlatformPackage } from '@mozhou/platforms/platform-package'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Button } from '@mozhou/ui/components/button.tsx'
import { IconButton } from '@mozhou/ui/components/icon-button.tsx'
import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import Play from 'lucide-solid/icons/play'
import X from 'lucide-solid/icons/x'
import { For, Show } from 'solid-js'
import { MediaPicture } from '../package/media-pictures.tsx'
import { useI18n } from '../words.ts'
import { bodySource } from './package-edits.ts'

interface MediaListProps {
  package: PlatformPackage
  links: PreviewDto['mediaLinks']
  onChange: (changed: Partial<PlatformPackage>) => void
}

/** What is uploaded along: its order, and which is the cover. What the text itself shows stays where the text has it. */
export function MediaList(props: MediaListProps) {
  const { t } = useI18n()
  return (
    <Show when={props.package.media.length > 0}>
      <section aria-label={t('publishCompose.media')}>
        <h3 class="text-sm font-medium">{t('publishCompose.media')}</h3>
        <p class="mb-2 text-xs text-ink-3">{t('publishCompose.mediaHint')}</p>
        <ol class="divide-y divide-line rounded-md border border-line">
          <For each={props.package.media}>{(medium, at) => <MediaRow {...props} medium={medium} at={at()} />}</For>
        </ol>
      </section>
    </Show>
  )
}

function MediaRow(props: MediaListProps & { medium: PackageMedia; at: number }) {
  const { t, number } = useI18n()
  const name = () => {
    const { medium, at } = props
    if (medium.kind === 'file') return medium.fact.name
    if (medium.kind === 'card') return t('publishCompose.cardName', number(at + 1))
    return medium.kind === 'formula' ? t('publishCompose.formulaName', medium.tex) : medium.id
  }
  const urlOf = (id: string) => props.links.find((link) => link.id === id)?.url ?? null
  const isInText = () => bodySource(props.package.body).includes(`media:${props.medium.id}`)
  const isCover = () => props.package.cover === props.medium.id
  const canBeCover = () =>
    props.medium.kind === 'card' || (props.medium.kind === 'file' && props.medium.fact.kind === 'image')
  const move = (by: 1 | -1) => {
    const media = [...props.package.media]
    const [moved] = media.splice(props.at, 1)
    if (moved) media.splice(props.at + by, 0, moved)
    props.onChange({ media })
  }
  return (
    <li class="flex items-center gap-2 px-2 py-1.5">
      <span class="flex size-12 shrink-0 items-center justify-center overflow-clip rounded-sm bg-sunken text-xs [&_img]:size-full [&_img]:object-cover">
        <Show when={canBeCover()} fallback={<Play size={16} aria-hidden="true" />}>
          <MediaPicture medium={props.medium} pictureUrl={urlOf} class="size-full object-cover" />
        </Show>
      </span>
      <span class="min-w-0 flex-1 truncate text-sm">{name()}</span>
      <Show
        when={isCover()}
        fallback={
          <Show when={canBeCover()}>
            <Button
              size="sm"
              variant="ghost"
              aria-label={t('publishCompose.setCover', name())}
              onClick={() => props.onChange({ cover: props.medium.id })}
            >
              {t('publishCompose.cover')}
            </Button>
          </Show>
        }
      >
        <Badge tone="accent">{t('publishCompose.isCover')}</Badge>
      </Show>
      <IconButton label={t('publishCompose.mediaUp', name())} disabled={props.at === 0} onClick={() => move(-1)}>
        <ArrowUp size={15} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('publishCompose.mediaDown', name())}
        disabled={props.at === props.package.media.length - 1}
        onClick={() => move(1)}
      >
        <ArrowDown size={15} aria-hidden="true" />
      </IconButton>
      <Show when={!isInText()}>
        <IconButton
          label={t('publishCompose.mediaRemove', name())}
          onClick={() => props.onChange({ media: props.package.media.filter(({ id }) => id !== props.medium.id) })}
        >
          <X size={15} aria-hidden="true" />
        </IconButton>
      </Show>
    </li>
  )
}
