import { createEffect, createSignal, Show } from 'solid-js'
import { setFormula } from './set-formula.ts'

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
