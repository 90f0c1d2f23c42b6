import type { ParentProps } from 'solid-js'
import { createContext, useContext } from 'solid-js'

/** A provider and its hook, made from one initialiser; the hook says what is missing instead of giving undefined. */
export function createSimpleContext<Value, Props extends object = object>(options: {
  name: string
  init: (props: Props) => Value
}) {
  const Context = createContext<Value>()
  return {
    Provider: (props: ParentProps<Props>) => (
      <Context.Provider value={options.init(props)}>{props.children}</Context.Provider>
    ),
    use(): Value {
      const value = useContext(Context)
      if (value === undefined) throw new Error(`${options.name} is used outside its provider`)
      return value
    },
  }
}
