import type { default as Setter } from 'temml'
import { isLoadFailure } from '../device/load-failure.ts'

type TexSetter = Pick<typeof Setter, 'render' | 'ParseError'>

const loadSetter = (): Promise<TexSetter> => import('temml').then((module) => module.default)

/**
 * Whether it could be: a page that cannot load the setter, and TeX that it does not know, keep the source. Any other failure is a fault
 * of ours or of the setter, and is the caller's.
 */
export async function setFormula(
  element: HTMLElement,
  formula: string,
  isDisplay: boolean,
  load: () => Promise<TexSetter> = loadSetter,
): Promise<boolean> {
  const setter = await orNull(load)
  if (setter === null) return false
  try {
    // A stranger's TeX: no commands that lead elsewhere or set styles, and no expansion without end.
    setter.render(formula, element, {
      displayMode: isDisplay,
      throwOnError: true,
      trust: false,
      maxExpand: 500,
      maxSize: [20, 20],
    })
    return true
  } catch (cause) {
    if (cause instanceof setter.ParseError) return false
    throw cause
  }
}

async function orNull(load: () => Promise<TexSetter>): Promise<TexSetter | null> {
  try {
    return await load()
  } catch (cause) {
    if (isLoadFailure(cause)) return null
    throw cause
  }
}
