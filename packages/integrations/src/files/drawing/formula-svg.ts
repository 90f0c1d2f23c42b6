/** A formula as an image: outlines alone, but for words in `\text`, which the fonts of the process draw. */
export interface FormulaSvg {
  svg: string
  width: number
  height: number
}

/** TeX that cannot be set. */
export class FormulaUnreadable extends Error {
  override name = 'FormulaUnreadable'
}

/** Pixels of an em: a picture that a phone shows at a third of its size beside text of 16 pixels. */
const emPixels = 48
const margin = 12
const mostWidth = 4_000
/** A stranger's TeX: as long as formulas are, and not as long as an attack. */
const longestTex = 2_000

type Setter = (tex: string, isDisplay: boolean) => Promise<string>

let setter: Promise<Setter> | null = null

/** MathJax takes 40 MB and a sixth of a second to come: it does with the first formula. */
async function createSetter(): Promise<Setter> {
  await import('@mathjax/src/js/util/asyncLoad/esm.js')
  const [{ mathjax }, { TeX }, { SVG }, { liteAdaptor }, { RegisterHTMLHandler }] = await Promise.all([
    import('@mathjax/src/js/mathjax.js'),
    import('@mathjax/src/js/input/tex.js'),
    import('@mathjax/src/js/output/svg.js'),
    import('@mathjax/src/js/adaptors/liteAdaptor.js'),
    import('@mathjax/src/js/handlers/html.js'),
    import('@mathjax/src/js/input/tex/ams/AmsConfiguration.js'),
    import('@mathjax/src/js/input/tex/boldsymbol/BoldsymbolConfiguration.js'),
  ])
  const adaptor = liteAdaptor()
  RegisterHTMLHandler(adaptor)
  const formatError = (_jax: unknown, cause: Error) => {
    throw new FormulaUnreadable(cause.message, { cause })
  }
  // No package that leads elsewhere, sets styles or defines commands; expansions are bounded by the library.
  const input = new TeX({ packages: ['base', 'ams', 'boldsymbol'], formatError })
  const output = new SVG({ fontCache: 'none' })
  const page = mathjax.document('', { InputJax: input, OutputJax: output })
  return async (tex, isDisplay) =>
    adaptor.innerHTML(await page.convertPromise(tex, { display: isDisplay, em: 16, ex: 8, containerWidth: 80 * 16 }))
}

/** @throws FormulaUnreadable for TeX that is not understood, or is too long or too wide */
export async function formulaSvg(tex: string, isDisplay: boolean): Promise<FormulaSvg> {
  if (tex.trim() === '') throw new FormulaUnreadable('nothing to be seen')
  if (tex.length > longestTex) throw new FormulaUnreadable('longer than formulas are')
  setter ??= createSetter()
  const drawn = await (await setter)(tex, isDisplay)
  const [, inner = '', numbers = ''] = /<svg[^>]*?( viewBox="([^"]*)")/u.exec(drawn) ?? []
  const [, , boxWidth = 0, boxHeight = 0] = numbers.split(' ').map(Number)
  if (inner === '' || !(boxWidth > 0) || !(boxHeight > 0)) throw new FormulaUnreadable('nothing to be seen')
  const width = Math.ceil((boxWidth / 1_000) * emPixels)
  const height = Math.ceil((boxHeight / 1_000) * emPixels)
  if (width > mostWidth || height > mostWidth) throw new FormulaUnreadable('larger than a page')
  return framed(drawn, inner, width, height)
}

/** On white, with a margin: where a platform's page is dark, black outlines alone would not be seen. */
function framed(drawn: string, viewBox: string, width: number, height: number): FormulaSvg {
  const body = drawn.slice(drawn.indexOf('>', drawn.indexOf('<svg')) + 1, drawn.lastIndexOf('</svg>'))
  const whole = { width: width + 2 * margin, height: height + 2 * margin }
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${whole.width}" height="${whole.height}">` +
    `<rect width="100%" height="100%" fill="#fff"/>` +
    `<svg x="${margin}" y="${margin}" width="${width}" height="${height}"${viewBox} color="#000" font-family="Noto Sans SC" overflow="visible">${body}</svg></svg>`
  return { svg, ...whole }
}
