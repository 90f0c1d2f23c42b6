import { Index } from 'solid-js'
import { useUiI18n } from '../i18n/i18n.tsx'

/** A grey shape where something will be. */
export function Skeleton(props: { class?: string }) {
  return <div aria-hidden="true" class={`animate-pulse rounded-md bg-sunken ${props.class ?? 'h-4 w-full'}`} />
}

const widths = ['w-11/12', 'w-4/5', 'w-2/3', 'w-10/12', 'w-1/2']

/** Lines of a text or rows of a list to come; says "loading" to screen readers once. */
export function SkeletonLines(props: { lines?: number; class?: string }) {
  const { t } = useUiI18n()
  return (
    <div role="status" class={`flex flex-col gap-3 ${props.class ?? 'p-4'}`}>
      <span class="sr-only">{t('ui.loading')}</span>
      <Index each={Array.from({ length: props.lines ?? 4 })}>
        {(_, index) => <Skeleton class={`h-4 ${widths[index % widths.length] ?? ''}`} />}
      </Index>
    </div>
  )
}
