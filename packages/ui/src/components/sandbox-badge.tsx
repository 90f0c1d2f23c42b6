import FlaskConical from 'lucide-solid/icons/flask-conical'
import { createUniqueId } from 'solid-js'

/** Says that models are not real, on phones by its sign; the explanation opens by the browser's own popover, which costs no script. */
export function SandboxBadge(props: { label: string; hint: string }) {
  const id = createUniqueId()
  return (
    <>
      <button
        type="button"
        popovertarget={id}
        title={props.hint}
        class="flex h-8 shrink-0 items-center gap-1.5 rounded-full bg-warning-soft px-2 text-xs sm:px-3 font-medium text-warning"
      >
        <FlaskConical size={14} aria-hidden="true" />
        <span class="max-sm:sr-only">{props.label}</span>
      </button>
      <div
        id={id}
        popover="auto"
        class="inset-auto top-16 right-4 m-0 max-w-72 rounded-md border border-line bg-raised p-3 text-sm text-ink-2 shadow-float"
      >
        {props.hint}
      </div>
    </>
  )
}
