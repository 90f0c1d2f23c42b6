/** The first character of a name; decoration beside the name itself. */
export function Avatar(props: { name: string }) {
  return (
    <span
      aria-hidden="true"
      class="flex size-8 shrink-0 items-center justify-center rounded-full bg-accent-soft text-sm font-medium text-accent-text"
    >
      {Array.from(props.name)[0]?.toUpperCase() ?? '·'}
    </span>
  )
}
