import { createEffect, createSignal, Show } from 'solid-js'

interface FormulaProps {
  /** As it stands in the text; shown until the formula is set, and where it cannot be. */
  source: string
  /** TeX. */
  formula: string
  isDisplay: boolean
}

/** A formula as MathML, which browsers set by themselves (https://www.w3.org/TR/mathml-core/). Its setter comes when the first is shown. */
export function Formula(props: FormulaProps) {
  const [place, setPlace] = createSignal<HTMLElement>()
  const [isSet, setIsSet] = createSignal(false)
  createEffect(() => {
    const element = place()
    const { formula, isDisplay } = props
    if (element) void setFormula(element, formula, isDisplay).then(setIsSet)
  })
  return (
    <>
      <span ref={setPlace} hidden={!isSet()} />
      <Show when={!isSet()}>
        <span class="whitespace-pre-wrap">{props.source}</span>
      </Show>
    </>
  )
}

/** Whether it could be: a page that cannot load the setter, and TeX that it does not know, show the source. */
async function setFormula(element: HTMLElement, formula: string, isDisplay: boolean): Promise<boolean> {
  try {
    const { default: temml } = await import('temml')
    // A stranger's TeX: no commands that lead elsewhere or set styles, and no expansion without end.
    temml.render(formula, element, {
      displayMode: isDisplay,
      throwOnError: true,
      trust: false,
      maxExpand: 500,
      maxSize: [20, 20],
    })
    return true
  } catch {
    return false
  }
}
