/** Decoration beside words that say what is going on; hidden from screen readers. */
export function Spinner(props: { class?: string }) {
  return (
    <span
      aria-hidden="true"
      class={`inline-block size-4 animate-spin rounded-full border-2 border-current border-r-transparent ${props.class ?? ''}`}
    />
  )
}
