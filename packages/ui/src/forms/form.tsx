import type { JSX } from 'solid-js'

interface FormProps {
  onSubmit: () => void
  ref?: (element: HTMLFormElement) => void
  children: JSX.Element
}

/** Sent by us, and judged in our words instead of the browser's. */
export function Form(props: FormProps) {
  return (
    <form
      ref={props.ref}
      noValidate
      class="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        props.onSubmit()
      }}
    >
      {props.children}
    </form>
  )
}
