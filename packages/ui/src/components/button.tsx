import type { JSX } from 'solid-js'
import { Show, splitProps } from 'solid-js'
import type { ButtonLook } from './button-class.ts'
import { buttonClass } from './button-class.ts'
import { Spinner } from './spinner.tsx'

type ButtonProps = JSX.ButtonHTMLAttributes<HTMLButtonElement> &
  ButtonLook & {
    /** Waiting for an answer: cannot be pressed again, keeps its width and its words. */
    isPending?: boolean | undefined
    icon?: JSX.Element
  }

export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, [
    'variant',
    'size',
    'isWide',
    'isPending',
    'icon',
    'class',
    'children',
    'disabled',
  ])
  return (
    <button
      type="button"
      {...rest}
      disabled={own.disabled === true || own.isPending === true}
      aria-busy={own.isPending === true ? 'true' : undefined}
      class={buttonClass(own, own.class)}
    >
      <Show when={own.isPending} fallback={own.icon}>
        <Spinner />
      </Show>
      {own.children}
    </button>
  )
}
