/**
 * Elements of MathML have a style in every browser (https://w3c.github.io/mathml-core/#dom-and-javascript); jsdom's are plain elements, and the
 * setter of formulas writes to it.
 */
if (!('style' in Element.prototype)) {
  Object.defineProperty(Element.prototype, 'style', {
    configurable: true,
    get(this: Element) {
      return document.createElement('i').style
    },
  })
}
