import type { JSX } from 'solid-js'

export type BadgeTone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger'

const tones: Record<BadgeTone, string> = {
  neutral: 'border border-line bg-sunken text-ink-2',
  accent: 'bg-accent-soft text-accent-text',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
}

export function Badge(props: { tone?: BadgeTone; children: JSX.Element; title?: string }) {
  return (
    <span
      title={props.title}
      class={`inline-flex h-5.5 shrink-0 items-center gap-1 rounded-full px-2 text-xs font-medium whitespace-nowrap ${tones[props.tone ?? 'neutral']}`}
    >
      {props.children}
    </span>
  )
}
