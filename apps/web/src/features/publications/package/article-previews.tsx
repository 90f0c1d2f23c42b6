import { platforms } from '@mozhou/platforms/platforms'
import { Badge } from '@mozhou/ui/components/badge.tsx'
import { Show } from 'solid-js'
import { DesktopFrame, PhoneFrame } from './frames.tsx'
import { MediaPicture } from './media-pictures.tsx'
import { PackageBody, PackageTitle } from './package-body.tsx'
import type { PreviewProps } from './preview-props.ts'
import { useI18n } from './words.ts'

const useLabel = (props: PreviewProps) => {
  const { t, pick } = useI18n()
  return () => t('publicationPackage.previewOf', pick(platforms[props.package.platform].name))
}

/** 公众号 on a phone: the card that readers get in their conversations, then the article. */
export function WechatArticlePreview(props: PreviewProps) {
  const { t } = useI18n()
  const label = useLabel(props)
  const byline = () => [props.package.author, props.accountName].filter(Boolean).join(' · ')
  return (
    <PhoneFrame label={label()}>
      <div class="px-4 py-5">
        <PackageTitle title={props.package.title} class="text-xl leading-snug font-semibold break-words" />
        <p class="mt-3 flex flex-wrap items-center gap-2 text-sm text-ink-3">
          <Show when={props.package.declarations.isOriginal}>
            <Badge>{t('publicationPackage.original')}</Badge>
          </Show>
          {byline()}
        </p>
        <div class="mt-5">
          <PackageBody package={props.package} pictureUrl={props.pictureUrl} />
        </div>
      </div>
      <ShareCard {...props} />
    </PhoneFrame>
  )
}

/** As it arrives in a conversation: title, digest, cover. */
function ShareCard(props: PreviewProps) {
  const { t } = useI18n()
  const cover = () => props.package.media.find(({ id }) => id === props.package.cover)
  return (
    <div class="m-4 flex gap-3 rounded-md border border-line bg-sunken p-3">
      <div class="min-w-0 flex-1">
        <PackageTitle title={props.package.title} class="line-clamp-2 text-sm font-medium break-words" />
        <Show when={props.package.digest !== ''}>
          <p class="mt-1 line-clamp-3 text-xs break-words text-ink-2" title={t('publicationPackage.digest')}>
            {props.package.digest}
          </p>
        </Show>
      </div>
      <Show when={cover()}>
        {(medium) => (
          <div class="size-14 shrink-0 overflow-hidden rounded-sm">
            <MediaPicture medium={medium()} pictureUrl={props.pictureUrl} class="size-14 object-cover" />
          </div>
        )}
      </Show>
    </div>
  )
}

/** 知乎, 头条, 百家号, 简书 in a browser. */
export function DesktopArticlePreview(props: PreviewProps) {
  const { t } = useI18n()
  const label = useLabel(props)
  const cover = () => props.package.media.find(({ id }) => id === props.package.cover)
  return (
    <DesktopFrame label={label()} address={platforms[props.package.platform].hosts[0]}>
      <Show when={props.package.platform === 'zhihu' && cover()}>
        {(medium) => (
          <div class="-mx-5 -mt-6 mb-5 max-h-60 overflow-hidden">
            <MediaPicture medium={medium()} pictureUrl={props.pictureUrl} class="h-60 w-full object-cover" />
          </div>
        )}
      </Show>
      <PackageTitle title={props.package.title} class="text-2xl font-semibold break-words" />
      <p class="mt-3 mb-5 flex flex-wrap items-center gap-2 text-sm text-ink-3">
        {props.accountName}
        <Show when={props.package.declarations.isOriginal}>
          <Badge>{t('publicationPackage.original')}</Badge>
        </Show>
      </p>
      <PackageBody package={props.package} pictureUrl={props.pictureUrl} />
      <Show when={props.package.tags.length > 0}>
        <p class="mt-5 flex flex-wrap gap-2 text-xs">
          {props.package.tags.map((tag) => (
            <Badge>{tag}</Badge>
          ))}
        </p>
      </Show>
    </DesktopFrame>
  )
}
