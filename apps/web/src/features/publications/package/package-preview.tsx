import type { PlatformKey } from '@mozhou/platforms/platforms'
import type { Component } from 'solid-js'
import { Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { DesktopArticlePreview, WechatArticlePreview } from './article-previews.tsx'
import { NotePreview, ScreenPreview } from './note-previews.tsx'
import type { PreviewProps } from './preview-props.ts'
import { useI18n } from './words.ts'

interface Looks {
  article: Component<PreviewProps>
  pictures: Component<PreviewProps>
}

/** What a platform looks like: its articles, and its sets of pictures and films. */
const looks: Readonly<Record<PlatformKey, Looks>> = {
  wechat_official: { article: WechatArticlePreview, pictures: NotePreview },
  xiaohongshu: { article: NotePreview, pictures: NotePreview },
  douyin: { article: ScreenPreview, pictures: ScreenPreview },
  kuaishou: { article: ScreenPreview, pictures: ScreenPreview },
  toutiao: { article: DesktopArticlePreview, pictures: NotePreview },
  baijiahao: { article: DesktopArticlePreview, pictures: NotePreview },
  zhihu: { article: DesktopArticlePreview, pictures: NotePreview },
  jianshu: { article: DesktopArticlePreview, pictures: NotePreview },
}

/** A package as readers will meet it. It shows the package, never the work: what adapting changed is seen as it will be. */
export function PackagePreview(props: PreviewProps) {
  const look = () => {
    const { platform, contentType } = props.package
    return contentType === 'article' ? looks[platform].article : looks[platform].pictures
  }
  return (
    <div class="flex min-w-0 flex-col gap-3">
      <Dynamic component={look()} {...props} />
      <Declared package={props.package} />
    </div>
  )
}

/** What stands on no page but is declared along. */
function Declared(props: Pick<PreviewProps, 'package'>) {
  const { t } = useI18n()
  const words = () => {
    const declaration = props.package.declarations.ai
    if (!declaration?.option) return null
    if (declaration.made === 'by_hand') return t('publicationPackage.aiByHand', declaration.option)
    return declaration.made === 'by_interface' ? t('publicationPackage.aiDeclared', declaration.option) : null
  }
  return <Show when={words()}>{(said) => <p class="text-center text-xs text-ink-2">{said()}</p>}</Show>
}
