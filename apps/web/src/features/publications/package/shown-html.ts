/** Elements that packages have; of any other only its content is shown, of some nothing. */
const shownElements = new Set(
  'a b blockquote br code del div em figcaption figure h1 h2 h3 h4 h5 h6 hr i img li ol p pre s section span strong sub sup table tbody td th thead tr u ul'.split(
    ' ',
  ),
)
const hiddenElements = new Set('script style iframe object embed svg math template noscript link meta form'.split(' '))

/** Styles that move an element out of the preview, or fetch something. */
const refusedStyle = /position|z-index|url\(|expression|image-set/iu

export interface ShownPicture {
  /** What stands in the package: `media:<id>`, or an address of the platform's for a formula. */
  address: string
  alt: string
}

/**
 * A package's HTML as nodes that a page may show. It may have been edited by hand: nothing in it runs, is fetched, or leaves its place.
 * Pictures are the caller's to make.
 */
export function shownHtml(html: string, picture: (shown: ShownPicture) => Node): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  const fragment = document.createDocumentFragment()
  copyChildren(parsed.body, fragment, picture)
  return fragment
}

function copyChildren(from: Node, to: Node, picture: (shown: ShownPicture) => Node): void {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(child.textContent ?? ''))
    if (child instanceof Element) copyElement(child, to, picture)
  }
}

function copyElement(element: Element, to: Node, picture: (shown: ShownPicture) => Node): void {
  const name = element.localName
  if (hiddenElements.has(name)) return
  if (!shownElements.has(name)) {
    copyChildren(element, to, picture)
    return
  }
  if (name === 'img') {
    to.appendChild(picture({ address: element.getAttribute('src') ?? '', alt: element.getAttribute('alt') ?? '' }))
    return
  }
  // A link's look is shown; where it leads is not gone to from a preview.
  const made = document.createElement(name === 'a' ? 'u' : name)
  copyStyle(element, made)
  const start = element.getAttribute('start')
  if (name === 'ol' && start !== null) made.setAttribute('start', start)
  copyChildren(element, made, picture)
  to.appendChild(made)
}

function copyStyle(element: Element, made: HTMLElement): void {
  const declarations = (element.getAttribute('style') ?? '').split(';')
  const kept = declarations.filter((declaration) => !refusedStyle.test(declaration) && !declaration.includes('\\'))
  const style = kept.join(';').trim()
  if (style !== '') made.style.cssText = style
}
