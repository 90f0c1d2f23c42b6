import { mediaAddress } from '@mozhou/platforms/media-address'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { setFormula } from '@mozhou/ui/components/set-formula'
import { createEffect, createSignal, Match, Show, Switch } from 'solid-js'
import { cardUrl, nameOf } from './media-pictures.tsx'
import type { PictureUrl } from './media-pictures.tsx'
import { MarkdownBody } from './markdown-body.tsx'
import { shownHtml } from './shown-html.ts'
import type { ShownPicture } from './shown-html.ts'
import { useI18n } from './words.ts'

interface BodyProps {
  package: PlatformPackage
  pictureUrl: PictureUrl
}

/** An article's body as the platform's editor would show it. */
export function PackageBody(props: BodyProps) {
  const { t } = useI18n()
  const body = () => props.package.body
  const html = () => {
    const given = body()
    return given.form === 'html' && given.html !== '' ? given.html : undefined
  }
  const markdown = () => {
    const given = body()
    return given.form === 'markdown' && given.markdown !== '' ? given.markdown : undefined
  }
  const text = () => {
    const given = body()
    return given.form === 'text' && given.text !== '' ? given.text : undefined
  }
  return (
    <Switch fallback={<p class="text-sm text-ink-3">{t('publicationPackage.noText')}</p>}>
      <Match when={html()}>{(given) => <HtmlBody {...props} html={given()} />}</Match>
      <Match when={markdown()}>
        {(given) => <MarkdownBody markdown={given()} media={props.package.media} pictureUrl={props.pictureUrl} />}
      </Match>
      <Match when={text()}>{(given) => <p class="break-words whitespace-pre-wrap">{given()}</p>}</Match>
    </Switch>
  )
}

function HtmlBody(props: BodyProps & { html: string }) {
  const { t } = useI18n()
  const [place, setPlace] = createSignal<HTMLElement>()
  /** 公众号 has its styles on every element; elsewhere the platform's own sheet sets them. */
  const isStyled = () => props.package.platform === 'wechat_official'
  const picture = (shown: ShownPicture): Node => {
    const tex = formulaOf(props.package, shown)
    if (tex !== null) return formulaNode(tex)
    const medium = props.package.media.find(({ id }) => mediaAddress(id) === shown.address)
    const url = medium?.kind === 'card' ? cardUrl(medium) : medium?.kind === 'file' ? props.pictureUrl(medium.id) : null
    if (url !== null) return imageNode(url, shown.alt)
    const name = medium ? nameOf(medium) : shown.address
    const words = medium?.kind === 'file' ? 'publicationPackage.notLoaded' : 'publicationPackage.missing'
    return wordsNode(t(words, name))
  }
  createEffect(() => place()?.replaceChildren(shownHtml(props.html, picture)))
  return <div ref={setPlace} class={isStyled() ? 'break-words [&_ol]:list-decimal [&_ul]:list-disc' : 'prose'} />
}

interface Tex {
  tex: string
  isDisplay: boolean
}

/** A formula is a picture that we make, or one that 知乎 makes from the address. */
function formulaOf({ media }: PlatformPackage, { address }: ShownPicture): Tex | null {
  const medium = media.find(({ id }) => mediaAddress(id) === address)
  if (medium?.kind === 'formula') return { tex: medium.tex, isDisplay: medium.isDisplay }
  const [, query] = /^(?:https?:)?\/\/www\.zhihu\.com\/equation\?(.*)$/u.exec(address) ?? []
  const tex = new URLSearchParams(query ?? '').get('tex')
  return tex === null ? null : { tex, isDisplay: false }
}

function formulaNode({ tex, isDisplay }: Tex): Node {
  const element = document.createElement('span')
  element.textContent = tex
  void setFormula(element, tex, isDisplay)
  return element
}

function imageNode(url: string, alt: string): Node {
  const image = document.createElement('img')
  image.src = url
  image.alt = alt
  image.className = 'my-2 block h-auto max-w-full'
  return image
}

function wordsNode(words: string): Node {
  const place = document.createElement('span')
  place.className = 'my-2 block bg-sunken px-3 py-6 text-center text-xs break-all text-ink-2'
  place.textContent = words
  return place
}

/** The title as readers meet it, or that there is none. */
export function PackageTitle(props: { title: string; class: string }) {
  const { t } = useI18n()
  return (
    <Show
      when={props.title !== ''}
      fallback={<p class={`${props.class} text-ink-3`}>{t('publicationPackage.noTitle')}</p>}
    >
      <p class={props.class}>{props.title}</p>
    </Show>
  )
}
